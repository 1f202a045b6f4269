package net.bpsolutions.sending.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection to the sink. */
final class Conversation {

    /** Gateways wait four seconds for a reply and ten for a mail: what is answered much earlier was heard. */
    private static final Duration HEARD = Duration.ofSeconds(2);

    private static final Duration LONGEST_MAIL = Duration.ofSeconds(7);

    private final Sink sink;
    private final Mischief mischief;
    private final InputStream in;
    private final OutputStream out;
    private String client = "";
    private Instant begun = Instant.EPOCH;
    private String recipient = "";

    Conversation(Sink sink, Mischief mischief, Socket connection) throws IOException {
        this.sink = sink;
        this.mischief = mischief;
        in = new BufferedInputStream(connection.getInputStream());
        out = connection.getOutputStream();
    }

    void run() throws IOException {
        say(Sink.Phase.CONNECTION, "220 sink");
        for (String line = line(); ; line = line()) {
            String command = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
            switch (command) {
                case "EHLO" -> {
                    client = line.substring(5);
                    say(Sink.Phase.HELLO, "250 sink");
                }
                case "MAIL" -> {
                    begun = Instant.now();
                    say(Sink.Phase.SENDER, "250 ok");
                }
                case "RCPT" -> {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    String reply = mischief.atRecipient(recipient);
                    if (reply.startsWith("5")) {
                        sink.refuse(recipient, reply);
                    }
                    say(Sink.Phase.RECIPIENT, reply);
                }
                case "DATA" -> {
                    if (!content()) {
                        return;
                    }
                }
                case "QUIT" -> {
                    say(Sink.Phase.HELLO, "221 bye");
                    return;
                }
                default -> say(Sink.Phase.HELLO, "250 ok");
            }
        }
    }

    /** False when the connection is to be cut. */
    private boolean content() throws IOException {
        say(Sink.Phase.DATA, "354 go on");
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (String line = line(); !line.equals("."); line = line()) {
            content.write((line + "\r\n").getBytes(ISO_8859_1));
        }
        Instant at = Instant.now();
        String text = content.toString(ISO_8859_1);
        String reply = mischief.atEnd(recipient, header(text, "From"));
        boolean answered = false;
        try {
            if (!reply.isEmpty()) {
                say(Sink.Phase.END, reply);
                answered = inTime(at);
            }
        } finally {
            sink.keep(content.toByteArray(), received(text, at, reply, answered));
        }
        return !reply.isEmpty();
    }

    /** Whether whoever waits for a reply still did. */
    private boolean inTime(Instant at) {
        Instant now = Instant.now();
        return now.isBefore(at.plus(HEARD)) && now.isBefore(begun.plus(LONGEST_MAIL));
    }

    private History.Received received(String text, Instant at, String reply, boolean answered) {
        return new History.Received(
                client,
                recipient,
                header(text, "Message-ID"),
                address(header(text, "From")),
                address(header(text, "Reply-To")),
                header(text, "X-Request-ID"),
                reply,
                answered,
                begun,
                at);
    }

    private void say(Sink.Phase phase, String line) throws IOException {
        long end = System.nanoTime() + sink.silence(phase);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        out.write((line + "\r\n").getBytes(ISO_8859_1));
        out.flush();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("end");
            }
            line.write(octet);
        }
        String text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static String header(String content, String name) {
        String head = content.split("\r\n\r\n", 2)[0];
        Matcher field =
                Pattern.compile("(?im)^" + name + ": *(.*(?:\r\n[ \t].*)*)").matcher(head);
        return field.find() ? field.group(1).strip() : "";
    }

    private static String address(String mailbox) {
        int open = mailbox.lastIndexOf('<');
        return open < 0 ? mailbox : mailbox.substring(open + 1, mailbox.lastIndexOf('>'));
    }
}
