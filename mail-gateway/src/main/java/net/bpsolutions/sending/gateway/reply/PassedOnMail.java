package net.bpsolutions.sending.gateway.reply;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.digest.Sha256;
import net.bpsolutions.sending.gateway.inbound.InboundMail;
import net.bpsolutions.sending.gateway.ledger.Notice;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.AutoSubmitted;
import net.bpsolutions.sending.gateway.mail.File;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import org.jspecify.annotations.Nullable;

/** A reply as it is passed on: from the fallback address, answered to its author, readable, and unaltered in a file. */
@ApplicationScoped
class PassedOnMail {

    private static final String NOTHING_TO_READ = "There is no text in this mail that we can show.";
    private static final int MAX_SUBJECT = 400;
    private static final int MAX_NAME = 100;
    private static final int MAX_TEXT = 100_000;

    private final Address fallback;
    private final Clock clock;

    PassedOnMail(GatewayConfig config, Clock clock) {
        this.fallback = new Address(config.vendor().fallbackAddress());
        this.clock = clock;
    }

    /** Its id is that of the content and the day: what a server delivers twice is passed on once. */
    Notice of(String clinicId, Address recipient, InboundMail reply, byte[] original) {
        String name = line(reply.trace().authorName(), MAX_NAME);
        return new Notice(
                id(original),
                clinicId,
                Mailbox.of(recipient),
                line(reply.subject(), MAX_SUBJECT),
                text(reply),
                null,
                AutoSubmitted.GENERATED,
                clock.instant().plus(Notice.PassedOn.KEEP_TRYING),
                new Notice.PassedOn(
                        new Mailbox(name.isBlank() ? "Reply" : name, fallback),
                        author(name, reply.author()),
                        new File("reply.eml", "application/octet-stream", base64(original))));
    }

    private static @Nullable Mailbox author(String name, @Nullable Address author) {
        return author == null ? null : new Mailbox(name, author);
    }

    private static String text(InboundMail reply) {
        String said = reply.texts().isEmpty() ? NOTHING_TO_READ : reply.texts().getFirst();
        return printable(said, MAX_TEXT, "\n\t")
                + "\n\n-- \nThe mail as it came in is attached. Your answer goes to its author.\n";
    }

    private static String line(String text, int max) {
        return printable(text, max, "").strip();
    }

    private static String printable(String text, int max, String controls) {
        StringBuilder printable = new StringBuilder(Math.min(text.length(), max));
        int width;
        for (int at = 0; at < text.length() && printable.length() < max; at += width) {
            int c = text.codePointAt(at);
            width = Character.charCount(c);
            if (isPrintable(c) || controls.indexOf(c) >= 0) {
                printable.appendCodePoint(c);
            }
        }
        return printable.toString();
    }

    private static boolean isPrintable(int c) {
        return !Character.isISOControl(c) && c != 0x2028 && c != 0x2029 && Character.getType(c) != Character.SURROGATE;
    }

    private static String base64(byte[] original) {
        return Base64.getEncoder().encodeToString(original);
    }

    private UUID id(byte[] original) {
        String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        return UUID.nameUUIDFromBytes(Sha256.of(original, day.getBytes(StandardCharsets.US_ASCII)));
    }
}
