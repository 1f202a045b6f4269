package net.bpsolutions.sending.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was seen of a run from outside, and what the ledger says in the end. */
record History(
        List<Asked> asked,
        List<Cancelled> cancelled,
        List<Status> statuses,
        List<Outage> outages,
        List<Hurt> hurts,
        List<Received> received,
        Map<String, String> refused,
        List<Outcome> outcomes,
        List<Row> ledger,
        List<Stop> stops,
        long unread) {

    /**
     * A request with one recipient that the broker has acknowledged.
     *
     * @param clash whether something else was asked for under the same id, later
     */
    record Asked(
            String clinic,
            String id,
            String from,
            String recipient,
            @Nullable Instant sendAt,
            Instant expiresAt,
            boolean clash) {

        String domain() {
            return from.substring(from.indexOf('@') + 1);
        }
    }

    /** A cancellation that the broker has acknowledged. */
    record Cancelled(String clinic, String id, Instant at) {}

    /**
     * What the registry said of a clinic's domain from then on.
     *
     * @param from when it may have been known first
     * @param at when the broker had acknowledged it
     */
    record Status(String clinic, String domain, boolean usable, Instant from, Instant at) {}

    /** News could not be read meanwhile, or not acted upon: the broker was away, or a gateway hung, or its relay did. */
    record Outage(Instant from, Instant to) {}

    /** A gateway, by the name it gives the relay, that died or hung: what it was told then it may never have heard. */
    record Hurt(String gateway, Instant from, Instant to) {}

    /**
     * A whole mail that the relay got, up to the end of data.
     *
     * @param gateway who sent it, by the name it gave
     * @param reply what the relay answered; empty when it did not
     * @param answered whether the reply came while it was waited for
     * @param begun when the mail was named
     * @param at when it ended
     */
    record Received(
            String gateway,
            String recipient,
            String messageId,
            String from,
            String replyTo,
            String requestId,
            String reply,
            boolean answered,
            Instant begun,
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
            String messageId,
            Instant at) {

        /** Whether nothing more is to be told of the request; what else came under its id is another matter. */
        boolean ends() {
            return !outcome.equals("DEFERRED") && !reason.equals("duplicate-id");
        }
    }

    /** A delivery as the ledger has it in the end. */
    record Row(String clinic, String id, String state, int unseen, String messageId) {}

    /** A service that was asked to stop. */
    record Stop(String service, Duration took) {}
}
