package net.bpsolutions.sending.gateway.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import net.bpsolutions.sending.events.Attachment;
import net.bpsolutions.sending.events.SendRequest;
import net.bpsolutions.sending.gateway.ledger.Entry;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.AutoSubmitted;
import net.bpsolutions.sending.gateway.mail.ControlCharacters;
import net.bpsolutions.sending.gateway.mail.File;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import org.jspecify.annotations.Nullable;

/** Turns what a producer wrote into a mail that can be trusted, or into a reason code. Nothing is repaired. */
final class RequestCheck {

    private static final int MAX_NAME = 255;
    private static final int MAX_SUBJECT = 2_000;
    private static final int MAX_CATEGORY = 200;

    private final IntakeConfig limits;

    RequestCheck(IntakeConfig limits) {
        this.limits = limits;
    }

    Entry.Content check(SendRequest request, Instant now) {
        try {
            return sendable(request, now);
        } catch (RefusedException refused) {
            return new Entry.Refused(firstRecipient(request), refused.reason());
        }
    }

    private Entry.Sendable sendable(SendRequest request, Instant now) {
        Instant sendAt = bounded(request.sendAt(), now.plus(limits.maxDelay()), "send-at-too-far");
        Instant expiresAt =
                bounded(request.expiresAt(), now.plus(limits.maxDelay().multipliedBy(2)), "expires-at-too-far");
        return new Entry.Sendable(mail(request), sendAt, expiresAt);
    }

    /** The past is the past, however long ago; the database need not know. */
    private static @Nullable Instant bounded(@Nullable Instant asked, Instant latest, String reason) {
        if (asked == null) {
            return null;
        }
        if (asked.isAfter(latest)) {
            throw new RefusedException(reason);
        }
        return asked.isBefore(Instant.EPOCH) ? Instant.EPOCH : asked;
    }

    private Mail mail(SendRequest request) {
        Mailbox from = mailbox(request.from(), "from");
        List<Mailbox> to = recipients(request.to());
        Mailbox replyTo = request.replyTo() == null ? null : mailbox(request.replyTo(), "reply-to");
        List<File> files = files(request.attachments());
        if (request.text() == null && request.html() == null) {
            throw new RefusedException("no-content");
        }
        String subject = request.subject() == null ? "" : request.subject();
        if (subject.length() > MAX_SUBJECT) {
            throw new RefusedException("subject-too-long");
        }
        checkCategory(request.category());
        // All that a mail can still object to.
        return orRefused(
                "control-character",
                () -> new Mail(
                        from, to, replyTo, subject, request.text(), request.html(), files, AutoSubmitted.GENERATED));
    }

    /** It is sent nowhere, and yet somebody will print it. */
    private static void checkCategory(@Nullable String category) {
        if (category != null && category.length() > MAX_CATEGORY) {
            throw new RefusedException("category-too-long");
        }
        if (category != null && ControlCharacters.inLine(category)) {
            throw new RefusedException("control-character");
        }
    }

    private List<Mailbox> recipients(@Nullable List<net.bpsolutions.sending.events.@Nullable Mailbox> asked) {
        if (asked == null || asked.isEmpty()) {
            throw new RefusedException("no-recipient");
        }
        if (asked.size() > limits.maxRecipients()) {
            throw new RefusedException("too-many-recipients");
        }
        List<Mailbox> recipients = new ArrayList<>();
        Set<Address> seen = new HashSet<>();
        for (var one : asked) {
            Mailbox recipient = mailbox(one, "recipient");
            if (seen.add(recipient.address())) {
                recipients.add(recipient);
            }
        }
        return recipients;
    }

    private static Mailbox mailbox(net.bpsolutions.sending.events.@Nullable Mailbox asked, String field) {
        if (asked == null || asked.address() == null) {
            throw new RefusedException("no-" + field);
        }
        String written = asked.address();
        Address address = orRefused("invalid-" + field, () -> new Address(written));
        String name = asked.name() == null ? "" : asked.name();
        if (name.length() > MAX_NAME) {
            throw new RefusedException("name-too-long");
        }
        return orRefused("control-character", () -> new Mailbox(name, address));
    }

    private static List<File> files(@Nullable List<@Nullable Attachment> asked) {
        return asked == null
                ? List.of()
                : asked.stream().map(RequestCheck::file).toList();
    }

    private static File file(@Nullable Attachment asked) {
        String name = asked == null ? null : asked.name();
        String content = asked == null ? null : asked.content();
        String type = asked == null ? null : asked.contentType();
        if (name == null || content == null) {
            throw new RefusedException("invalid-attachment");
        }
        return orRefused(
                "invalid-attachment", () -> new File(name, type == null ? "application/octet-stream" : type, content));
    }

    private static <T> T orRefused(String reason, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException invalid) {
            throw new RefusedException(reason);
        }
    }

    /** Only an address that is one may go into an outcome. */
    private static String firstRecipient(SendRequest request) {
        try {
            return request.to() == null || request.to().isEmpty()
                    ? ""
                    : mailbox(request.to().getFirst(), "recipient").address().value();
        } catch (RefusedException unnameable) {
            return "";
        }
    }
}
