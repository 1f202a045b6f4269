package net.bpsolutions.sending.gateway.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.ledger.Booking;

/** Counts attempts by how they ended. */
@ApplicationScoped
class AttemptFigures {

    private final MeterRegistry metrics;

    AttemptFigures(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(Booking booking) {
        count(outcome(booking));
        if (booking.identity() != null && booking.identity().sendingAs() == SendingAs.FALLBACK) {
            metrics.counter("from.rewritten").increment();
        }
    }

    /** An attempt whose end nobody saw. */
    void countUnknown() {
        count("unknown");
    }

    private void count(String outcome) {
        metrics.counter("mail.attempts", "outcome", outcome).increment();
    }

    private static String outcome(Booking booking) {
        return switch (booking.next()) {
            case Booking.Finished finished -> finished.outcome().name().toLowerCase(Locale.ROOT);
            case Booking.Again _ -> "deferred";
            case Booking.Unseen _ -> "unknown";
            case Booking.FellBack _ -> "not_authorised";
            case Booking.Returned _ -> "returned";
        };
    }
}
