package net.bpsolutions.sending.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was seen of a run from outside, and what the ledger says in the end. */
record History(
        List<Asked> asked,
        List<Cancelled> cancelled,
        List<Status> statuses,
        List<Outage> brokerOutages,
        List<Received> received,
        List<Outcome> outcomes,
        List<Row> ledger,
        List<Stop> stops,
        long unread) {

    /** A request with one recipient that the broker has acknowledged. */
    record Asked(
            String clinic,
            String id,
            String from,
            String recipient,
            Instant at,
            @Nullable Instant sendAt,
            Instant expiresAt) {

        String domain() {
            return from.substring(from.indexOf('@') + 1);
        }
    }

    /** A cancellation that the broker has acknowledged. */
    record Cancelled(String clinic, String id, Instant at) {}

    /** What the registry said of a clinic's domain from then on. */
    record Status(String clinic, String domain, boolean usable, Instant at) {}

    /** No news could be read meanwhile. */
    record Outage(Instant from, Instant to) {}

    /**
     * A whole mail that the relay got, up to the end of data.
     *
     * @param reply what the relay answered; empty when it did not
     */
    record Received(
            String recipient,
            String messageId,
            String from,
            String replyTo,
            String requestId,
            String reply,
            Instant at) {

        boolean accepted() {
            return reply.startsWith("250");
        }
    }

    /** What was told to the producer; the same event may be told twice. */
    record Outcome(
            String eventId,
            String clinic,
            String id,
            String outcome,
            String sendingAs,
            String reason,
            String messageId) {

        boolean terminal() {
            return !outcome.equals("DEFERRED");
        }
    }

    /** A delivery as the ledger has it in the end. */
    record Row(String clinic, String id, String state, int unseen, String messageId) {}

    /** A service that was asked to stop. */
    record Stop(String service, Duration took) {}
}
