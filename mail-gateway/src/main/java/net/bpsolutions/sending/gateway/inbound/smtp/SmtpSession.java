package net.bpsolutions.sending.gateway.inbound.smtp;

import org.jspecify.annotations.Nullable;

/**
 * One client's dialogue (RFC 5321 §3), free of sockets. Not thread safe: everything runs on the connection's event loop.
 *
 * <p>Offered: PIPELINING, SIZE, 8BITMIME, ENHANCEDSTATUSCODES, and STARTTLS when there is a certificate. Not offered, so
 * that it cannot be a hole: CHUNKING, AUTH.
 */
final class SmtpSession {

    /** RFC 5321 §4.5.3.1.4 grants 512; extensions lengthen it. */
    private static final int MAX_COMMAND_LENGTH = 2048;

    private final SmtpSettings settings;
    private final MailReceiver receiver;
    private final Wire wire;
    private final MailTransaction mail;
    private final CrlfLines lines = new CrlfLines();

    private String helo = "";
    private boolean greeted;
    private boolean waiting;
    private boolean closed;
    private int errors;
    private @Nullable SmtpReply farewell;

    SmtpSession(SmtpSettings settings, Room room, MailReceiver receiver, Wire wire) {
        this.settings = settings;
        this.receiver = receiver;
        this.wire = wire;
        this.mail = new MailTransaction(settings.limits().mail(), room);
    }

    void greet() {
        wire.write("220 " + settings.hostname() + " ESMTP\r\n");
    }

    void received(byte[] chunk) {
        if (!closed) {
            lines.feed(chunk);
            proceed();
        }
    }

    /** Says a last word and closes; after the verdict on a mail that is being taken over, or it would come again. */
    void end(SmtpReply lastWord) {
        if (waiting) {
            farewell = lastWord;
        } else if (!closed) {
            disconnected();
            wire.write(lastWord.wire());
            wire.closeLater();
        }
    }

    /** The client is gone; nothing more is to be said. */
    void disconnected() {
        closed = true;
        mail.abort();
    }

    private void proceed() {
        while (!waiting && !closed) {
            int maxLength = mail.data() == null
                    ? MAX_COMMAND_LENGTH
                    : settings.limits().mail().maxLineLength();
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
            case NUL -> new SmtpReply(521, "5.5.2 NUL is not text, closing");
            case LINE_TOO_LONG -> new SmtpReply(521, "5.5.2 Line too long, closing");
        };
    }

    private void line(String octets) {
        MailData data = mail.data();
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
            case SmtpCommand.Hello(boolean extended, var client) -> hello(extended, client);
            case SmtpCommand.StartTls() -> startTls();
            case SmtpCommand.Mail(var reversePath, var size) ->
                reply(greeted ? mail.mail(reversePath, size) : MailTransaction.BAD_SEQUENCE);
            case SmtpCommand.Recipient(var address) -> reply(mail.recipient(address, receiver));
            case SmtpCommand.Data() -> reply(mail.startData());
            case SmtpCommand.Reset() -> {
                mail.abort();
                reply(SmtpReply.OK);
            }
            case SmtpCommand.Nothing() -> reply(SmtpReply.OK);
            case SmtpCommand.Verify() -> reply(new SmtpReply(252, "2.1.5 Cannot verify, send a mail"));
            case SmtpCommand.Quit() -> quit();
            case SmtpCommand.Refused(var refusal) -> reply(refusal);
        }
    }

    private void quit() {
        disconnected();
        wire.write("221 2.0.0 Bye\r\n");
        wire.close();
    }

    private void hello(boolean extended, String client) {
        mail.abort();
        helo = client;
        greeted = true;
        wire.write(extended ? extensions() : "250 " + settings.hostname() + "\r\n");
    }

    private String extensions() {
        return "250-" + settings.hostname() + "\r\n250-PIPELINING\r\n250-SIZE "
                + settings.limits().mail().maxSize() + "\r\n" + (wire.canSecure() ? "250-STARTTLS\r\n" : "")
                + "250-8BITMIME\r\n250 ENHANCEDSTATUSCODES\r\n";
    }

    /** RFC 3207 §4.2: what was said in the clear, and what came along with STARTTLS, never happened. */
    private void startTls() {
        if (!wire.canSecure()) {
            reply(new SmtpReply(502, "5.5.1 STARTTLS is not offered"));
            return;
        }
        mail.abort();
        lines.clear();
        greeted = false;
        helo = "";
        wire.secure("220 2.0.0 Ready to start TLS\r\n");
    }

    private void endOfData(MailData data) {
        Envelope envelope = mail.finish(wire.clientAddress(), helo);
        if (data.refusal().isPresent()) {
            data.drop();
            reply(data.refusal().get());
            return;
        }
        waiting = true;
        wire.pause();
        receiver.receive(envelope, data.octets())
                .onFailure()
                .recoverWithItem(SmtpReply.TRY_LATER)
                .subscribe()
                .with(verdict -> wire.onEventLoop(() -> taken(data, verdict)));
    }

    private void taken(MailData data, SmtpReply verdict) {
        data.drop();
        waiting = false;
        if (!closed) {
            reply(verdict);
            if (farewell != null) {
                end(farewell);
            }
            wire.resume();
            proceed();
        }
    }

    private void reply(SmtpReply reply) {
        if (reply.blames() && ++errors > settings.limits().connections().maxErrors()) {
            end(new SmtpReply(421, "4.7.0 Too many errors, closing"));
        } else if (reply.endsConnection()) {
            end(reply);
        } else {
            wire.write(reply.wire());
        }
    }
}
