package net.bpsolutions.sending.verifier.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;

/** Counts checks by how they came out, and how long they took. */
final class Measures {

    private final Timer duration;
    private final Counter ok;
    private final Counter notOk;
    private final Counter unknown;

    Measures(MeterRegistry meters) {
        this.duration = Timer.builder("dns.check.duration")
                .description("From the first question to the verdict")
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10))
                .register(meters);
        this.ok = meters.counter("dns.checks", "outcome", "ok");
        this.notOk = meters.counter("dns.checks", "outcome", "not_ok");
        this.unknown = meters.counter("dns.checks", "outcome", "unknown");
    }

    private enum Outcome {
        OK,
        NOT_OK,
        UNKNOWN
    }

    /** Counts a verdict on a check that took {@code time}. */
    void count(DnsChecked checked, Duration time) {
        duration.record(time);
        switch (outcome(checked)) {
            case OK -> ok.increment();
            case NOT_OK -> notOk.increment();
            case UNKNOWN -> unknown.increment();
        }
    }

    private static Outcome outcome(DnsChecked checked) {
        Outcome outcome = Outcome.OK;
        for (RecordCheck check : checked.records()) {
            if (check.state() == RecordState.UNKNOWN) {
                return Outcome.UNKNOWN;
            }
            if (check.state() != RecordState.OK) {
                outcome = Outcome.NOT_OK;
            }
        }
        return outcome;
    }
}
