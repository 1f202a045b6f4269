package net.bpsolutions.sending.gateway.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.database.TemporaryFaults;
import net.bpsolutions.sending.gateway.ledger.Booking;
import net.bpsolutions.sending.gateway.ledger.Bookings;
import net.bpsolutions.sending.gateway.ledger.Lease;
import org.jboss.logging.Logger;

/** Deals with one leased delivery: tries it and books the result. */
@ApplicationScoped
class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);

    private final Attempts attempts;
    private final Bookings bookings;
    private final AttemptFigures figures;
    private final Duration reserve;

    Worker(Attempts attempts, Bookings bookings, AttemptFigures figures, GatewayConfig config) {
        this.attempts = attempts;
        this.bookings = bookings;
        this.figures = figures;
        this.reserve = config.ledger().lease().dividedBy(2);
    }

    Uni<Void> deal(Lease lease) {
        if (lease.takenOver()) {
            figures.countUnknown();
        }
        // A process that was paused must not begin what another may have taken over meanwhile.
        Uni<Booking> attempt = lease.term().endsWithin(reserve)
                ? Uni.createFrom().item(Booking.returned(Duration.ZERO))
                : attempts.attempt(lease);
        return attempt.flatMap(booking -> TemporaryFaults.outlast(() -> bookings.book(lease, booking))
                        .invoke(booked -> tell(lease, booking, booked)))
                .replaceWithVoid();
    }

    private void tell(Lease lease, Booking booking, boolean booked) {
        figures.count(booking);
        LOG.infof(
                "%s: clinicId=%s requestId=%s position=%d attempt=%d sendingAs=%s reply=%s reason=%s",
                booked ? word(booking.next()) : "lease lost",
                lease.id().clinicId(),
                lease.id().requestId(),
                lease.position(),
                lease.attempt(),
                booking.identity() == null ? "-" : booking.identity().sendingAs(),
                booking.smtpReply(),
                booking.reason());
    }

    private static String word(Booking.Next next) {
        return switch (next) {
            case Booking.Finished finished -> finished.outcome().name();
            case Booking.Again _, Booking.Unseen _, Booking.FellBack _ -> "DEFERRED";
            case Booking.Returned _ -> "not tried";
        };
    }
}
