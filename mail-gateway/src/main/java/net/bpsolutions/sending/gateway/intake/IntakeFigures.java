package net.bpsolutions.sending.gateway.intake;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.gateway.ledger.Claims;

/** Counts send requests by what they came to. */
@ApplicationScoped
class IntakeFigures {

    private final MeterRegistry metrics;

    IntakeFigures(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(Claims.Report report) {
        count("taken", report.taken());
        count("refused", report.refused());
        count("repeated", report.repeated());
    }

    private void count(String result, int requests) {
        metrics.counter("mail.requests", "result", result).increment(requests);
    }
}
