package net.bpsolutions.sending.gateway.smtp;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import net.bpsolutions.sending.gateway.smtp.Answer.Refused;

/** An open session with a relay: one mail after the other, each with one recipient (RFC 5321 §3.3). */
final class Session implements Closeable {

    /** Relays like to see a client anew now and then. */
    private static final int MAX_MAILS = 100;

    private static final byte[] END_OF_DATA = ".\r\n".getBytes(StandardCharsets.US_ASCII);

    /** How far the mail under way is. */
    private enum Point {
        BEFORE_THE_END,
        ENDED,
        WITHHELD
    }

    private final Wire wire;
    private final Composer composer;
    private final OptionalLong maxSize;
    private final AtomicReference<Point> point = new AtomicReference<>(Point.BEFORE_THE_END);
    private long idleSince = System.nanoTime();
    private int mails;
    private boolean usable = true;

    Session(Wire wire, Composer composer, OptionalLong maxSize) {
        this.wire = wire;
        this.composer = composer;
        this.maxSize = maxSize;
    }

    /**
     * Hands a mail over; empty when the session turned out to be over before the relay had heard of the mail. Never
     * fails: an end of data that was sent is told from one that was not.
     */
    Optional<Answer> handOver(Handover mail, Permit permit) {
        point.compareAndSet(Point.ENDED, Point.BEFORE_THE_END);
        mails++;
        boolean named = false;
        try {
            Reply from = wire.ask("MAIL FROM:<" + mail.envelopeSender().value() + ">");
            if (from.code() == 421 || from.code() == 503) {
                // It leaves, or has not forgotten the mail before: that says nothing of this one.
                usable = false;
                return Optional.empty();
            }
            named = true;
            return Optional.of(from.positive() ? addressed(mail, permit) : reset(Replies.of(from, Refused.SENDER)));
        } catch (IOException broken) {
            usable = false;
            return named || point.get() == Point.WITHHELD ? Optional.of(interrupted()) : Optional.empty();
        } finally {
            idleSince = System.nanoTime();
        }
    }

    private Answer addressed(Handover mail, Permit permit) throws IOException {
        Reply to = wire.ask("RCPT TO:<" + mail.recipient().address().value() + ">");
        if (!to.positive()) {
            return reset(Replies.of(to, Refused.RECIPIENT));
        }
        Reply data = wire.ask("DATA");
        return data.intermediate() ? sent(mail, permit) : reset(Replies.of(data, Refused.MAIL));
    }

    private Answer sent(Handover mail, Permit permit) throws IOException {
        CountedOctets octets = new CountedOctets(wire.out());
        ContentLines content = new ContentLines(octets);
        composer.write(mail, content);
        content.finish();
        if (maxSize.isPresent() && octets.count() > maxSize.getAsLong()) {
            usable = false;
            return new Answer.Rejected("", Refused.MAIL);
        }
        Permit.Ruling ruling = permit.ask();
        if (ruling != Permit.Ruling.GRANTED || !point.compareAndSet(Point.BEFORE_THE_END, Point.ENDED)) {
            usable = false;
            return new Answer.Withheld(ruling == Permit.Ruling.GRANTED ? Permit.Ruling.REVOKED : ruling);
        }
        wire.out().write(END_OF_DATA);
        wire.out().flush();
        Reply end = wire.hear();
        if (end.positive()) {
            return new Answer.Accepted(end.codes());
        }
        return end.intermediate() ? new Answer.Unanswered() : reset(Replies.of(end, Refused.MAIL));
    }

    /** Only what came after the end of data leaves a doubt. */
    private Answer interrupted() {
        return switch (Objects.requireNonNull(point.get())) {
            case ENDED -> new Answer.Unanswered();
            case WITHHELD -> new Answer.Withheld(Permit.Ruling.REVOKED);
            case BEFORE_THE_END -> new Answer.Deferred("", "connection-lost");
        };
    }

    /** The refused mail is forgotten on both sides. */
    private Answer reset(Answer answer) {
        try {
            usable = wire.ask("RSET").positive();
        } catch (IOException gone) {
            usable = false;
        }
        return answer;
    }

    /** Ends a mail whose end of data was not sent; one that was sent is left to its answer. */
    void withhold() {
        if (point.compareAndSet(Point.BEFORE_THE_END, Point.WITHHELD)) {
            wire.close();
        }
    }

    boolean reusable() {
        return usable && mails < MAX_MAILS && !wire.closed();
    }

    long idleSince() {
        return idleSince;
    }

    /** Says goodbye without waiting for an answer. */
    void quit() {
        try (wire) {
            wire.out().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            wire.out().flush();
        } catch (IOException gone) {
            // It has left before us.
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
