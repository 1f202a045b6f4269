package net.bpsolutions.sending.gateway.ledger;

import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import net.bpsolutions.sending.events.CheckSuggested;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import net.bpsolutions.sending.gateway.sender.Identity;
import org.jspecify.annotations.Nullable;

/** The events that tell producers. Their ids derive from what they tell, so that a repetition is recognised. */
final class Outcomes {

    private Outcomes() {}

    /** Of a delivery that a worker dealt with. */
    static SendOutcome of(Lease lease, Booking booking, Instant at) {
        Outcome outcome = switch (booking.next()) {
            case Booking.Finished finished -> finished.outcome();
            case Booking.Again _, Booking.Unseen _, Booking.FellBack _, Booking.Returned _ -> Outcome.DEFERRED;
        };
        Identity identity = booking.identity();
        return new SendOutcome(
                id(lease.id(), lease.position() + "/" + lease.attempt() + "/" + outcome),
                at,
                lease.id().requestId(),
                lease.id().clinicId(),
                lease.recipient(),
                outcome,
                identity == null ? null : identity.sendingAs(),
                identity == null ? null : identity.from().address().value(),
                identity == null ? null : address(identity.replyTo()),
                identity == null ? null : lease.messageId(),
                lease.attempt(),
                booking.smtpReply(),
                booking.reason());
    }

    /** That the registry look at the domain of the mail's own From; none for a mail of ours. */
    static Optional<CheckSuggested> suggestion(Lease lease, Instant at) {
        Mail mail = lease.mail();
        return mail == null || lease.notice()
                ? Optional.empty()
                : Optional.of(new CheckSuggested(
                        id(lease.id(), lease.position() + "/" + lease.attempt() + "/check"),
                        at,
                        lease.id().clinicId(),
                        mail.from().address().domain(),
                        Booking.NOT_AUTHORISED));
    }

    /** Of a whole request that is not sent. */
    static SendOutcome refusal(Entry entry, String reason, Instant at) {
        String step = reason + "/" + HexFormat.of().formatHex(entry.contentHash());
        return untried(entry.id(), step, entry.content().firstRecipient(), Outcome.REJECTED, reason, 0, at);
    }

    /** Of a delivery that was cancelled between attempts. */
    static SendOutcome cancelled(RequestId id, int position, String recipient, int attempt, Instant at) {
        String step = position + "/" + attempt + "/cancelled";
        return untried(id, step, recipient, Outcome.REJECTED, "cancelled", attempt, at);
    }

    /** Of a delivery whose time was over before its turn; {@code row} is that of the delivery with its request. */
    static SendOutcome expired(Row row) {
        int attempt = row.getInteger("attempt");
        return untried(
                new RequestId(row.getString("clinic_id"), row.getString("request_id")),
                row.getInteger("position") + "/" + attempt + "/" + Outcome.EXPIRED,
                row.getString("recipient"),
                Outcome.EXPIRED,
                "expired",
                attempt,
                row.getOffsetDateTime("updated_at").toInstant());
    }

    /** Of an accepted delivery that came back; {@code row} is that of the delivery with its request. */
    static SendOutcome bounced(Row row) {
        RequestId id = new RequestId(row.getString("clinic_id"), row.getString("request_id"));
        String sendingAs = row.getString("sending_as");
        return new SendOutcome(
                id(id, row.getInteger("position") + "/bounced"),
                row.getOffsetDateTime("updated_at").toInstant(),
                id.requestId(),
                id.clinicId(),
                row.getString("recipient"),
                Outcome.BOUNCED,
                sendingAs == null ? null : SendingAs.valueOf(sendingAs),
                row.getString("from_address"),
                row.getString("reply_to"),
                row.getString("message_id"),
                row.getInteger("attempt"),
                row.getString("smtp_reply"),
                row.getString("reason"));
    }

    private static SendOutcome untried(
            RequestId id, String step, String recipient, Outcome outcome, String reason, int attempt, Instant at) {
        return new SendOutcome(
                id(id, step),
                at,
                id.requestId(),
                id.clinicId(),
                recipient,
                outcome,
                null,
                null,
                null,
                null,
                attempt,
                null,
                reason);
    }

    private static UUID id(RequestId cause, String step) {
        String name = cause.clinicId() + "/" + cause.requestId() + "/" + step;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String address(@Nullable Mailbox mailbox) {
        return mailbox == null ? null : mailbox.address().value();
    }
}
