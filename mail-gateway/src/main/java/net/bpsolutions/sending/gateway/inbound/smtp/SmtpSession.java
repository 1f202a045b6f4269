package net.bpsolutions.sending.gateway.inbound.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One client's dialogue (RFC 5321 §3), free of sockets. Not thread safe: everything runs on the connection's event loop.
 *
 * <p>Offered: PIPELINING, SIZE, 8BITMIME, ENHANCEDSTATUSCODES. Not offered, so that it cannot be a hole: CHUNKING, AUTH.
 */
final class SmtpSession {

    /** RFC 5321 §4.5.3.1.4 grants 512; extensions lengthen it. */
    private static final int MAX_COMMAND_LENGTH = 2048;

    private static final SmtpReply BAD_SEQUENCE = new SmtpReply(503, "5.5.1 Bad sequence of commands");
    private static final SmtpReply TOO_LARGE = new SmtpReply(552, "5.3.4 Message too large");

    private final SmtpLimits limits;
    private final MailReceiver receiver;
    private final Wire wire;
    private final CrlfLines lines = new CrlfLines();
    private final List<String> recipients = new ArrayList<>();

    private @Nullable String sender;
    private @Nullable MailData data;
    private boolean greeted;
    private boolean waiting;
    private boolean closed;
    private int errors;

    /** The connection underneath. */
    interface Wire {
        void write(String text);

        /** No more input is wanted until {@link #resume()}. */
        void pause();

        void resume();

        /** Closes once everything is written. */
        void close();

        /** Closes a little later, so that a client that still talks can read the last reply. */
        void closeLater();

        /** Runs {@code task} on the connection's event loop. */
        void onEventLoop(Runnable task);
    }

    SmtpSession(SmtpLimits limits, MailReceiver receiver, Wire wire) {
        this.limits = limits;
        this.receiver = receiver;
        this.wire = wire;
    }

    void greet() {
        wire.write("220 " + limits.hostname() + " ESMTP\r\n");
    }

    void received(byte[] chunk) {
        if (!closed) {
            lines.feed(chunk);
            proceed();
        }
    }

    /** Says a last word and closes. */
    void end(SmtpReply farewell) {
        if (!closed) {
            closed = true;
            data = null;
            wire.write(farewell.wire());
            wire.closeLater();
        }
    }

    /** The client is gone; nothing more is to be said. */
    void disconnected() {
        closed = true;
        data = null;
    }

    private void proceed() {
        while (!waiting && !closed) {
            int maxLength = data == null ? MAX_COMMAND_LENGTH : limits.maxLineLength();
            switch (lines.next(maxLength)) {
                case CrlfLines.Next.Line(var octets) -> line(octets);
                case CrlfLines.Next.Violation(var fault) -> end(refusal(fault));
                case CrlfLines.Next.Incomplete() -> {
                    return;
                }
            }
        }
    }

    private static SmtpReply refusal(CrlfLines.Fault fault) {
        return switch (fault) {
            case BARE_CR -> new SmtpReply(521, "5.5.2 Bare CR, lines end in CRLF, closing");
            case BARE_LF -> new SmtpReply(521, "5.5.2 Bare LF, lines end in CRLF, closing");
            case LINE_TOO_LONG -> new SmtpReply(521, "5.5.2 Line too long, closing");
        };
    }

    private void line(String octets) {
        if (data == null) {
            command(SmtpCommand.parse(octets));
        } else if (MailData.ends(octets)) {
            endOfData(data);
        } else {
            data.append(octets);
            if (data.hopeless()) {
                end(new SmtpReply(521, "5.3.4 Message too large, closing"));
            }
        }
    }

    private void command(SmtpCommand command) {
        switch (command) {
            case SmtpCommand.Hello(boolean extended) -> hello(extended);
            case SmtpCommand.Mail(var reversePath, var declaredSize) -> reply(mail(reversePath, declaredSize));
            case SmtpCommand.Recipient(var address) -> reply(recipient(address));
            case SmtpCommand.Data() -> reply(startData());
            case SmtpCommand.Reset() -> {
                reset();
                reply(SmtpReply.OK);
            }
            case SmtpCommand.Nothing() -> reply(SmtpReply.OK);
            case SmtpCommand.Verify() -> reply(new SmtpReply(252, "2.1.5 Cannot verify, send a mail"));
            case SmtpCommand.Quit() -> quit();
            case SmtpCommand.Refused(var refusal) -> reply(refusal);
        }
    }

    private void quit() {
        closed = true;
        wire.write("221 2.0.0 Bye\r\n");
        wire.close();
    }

    private void hello(boolean extended) {
        reset();
        greeted = true;
        wire.write(
                extended
                        ? "250-" + limits.hostname() + "\r\n250-PIPELINING\r\n250-SIZE " + limits.maxMessageSize()
                                + "\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES\r\n"
                        : "250 " + limits.hostname() + "\r\n");
    }

    private SmtpReply mail(String reversePath, long declaredSize) {
        if (!greeted || sender != null) {
            return BAD_SEQUENCE;
        }
        if (declaredSize > limits.maxMessageSize()) {
            return TOO_LARGE;
        }
        sender = reversePath;
        return new SmtpReply(250, "2.1.0 OK");
    }

    private SmtpReply recipient(String address) {
        if (sender == null) {
            return BAD_SEQUENCE;
        }
        if (recipients.size() >= limits.maxRecipients()) {
            return new SmtpReply(452, "4.5.3 Too many recipients");
        }
        SmtpReply verdict = receiver.recipient(address);
        if (verdict.positive()) {
            recipients.add(address);
        }
        return verdict;
    }

    private SmtpReply startData() {
        if (recipients.isEmpty()) {
            return new SmtpReply(503, "5.5.1 No valid recipient");
        }
        data = new MailData(limits.maxMessageSize());
        return new SmtpReply(354, "End data with <CR><LF>.<CR><LF>");
    }

    private void endOfData(MailData mail) {
        Envelope envelope = new Envelope(Objects.requireNonNull(sender), recipients);
        reset();
        if (mail.tooLarge()) {
            reply(TOO_LARGE);
            return;
        }
        waiting = true;
        wire.pause();
        receiver.receive(envelope, mail.octets())
                .onFailure()
                .recoverWithItem(SmtpReply.TRY_LATER)
                .subscribe()
                .with(verdict -> wire.onEventLoop(() -> taken(verdict)));
    }

    private void taken(SmtpReply verdict) {
        waiting = false;
        if (!closed) {
            reply(verdict);
            wire.resume();
            proceed();
        }
    }

    private void reply(SmtpReply reply) {
        if (!reply.positive() && ++errors > limits.maxErrors()) {
            end(new SmtpReply(421, "4.7.0 Too many errors, closing"));
        } else if (reply.endsConnection()) {
            end(reply);
        } else {
            wire.write(reply.wire());
        }
    }

    private void reset() {
        sender = null;
        recipients.clear();
        data = null;
    }
}
