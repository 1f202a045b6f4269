package net.bpsolutions.sending.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A relay that keeps every octet it gets, misbehaves as {@link Mischief} says, and can go away, hang and crawl. */
final class Sink implements AutoCloseable {

    private final Path log;
    private final Mischief mischief;
    private final int port;
    private final List<History.Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket server;
    private volatile long hangUntil;
    private volatile long crawlNanos;

    Sink(Path log, Mischief mischief) {
        this.log = log;
        this.mischief = mischief;
        this.server = listening(0);
        this.port = server.getLocalPort();
        accept(server);
    }

    int port() {
        return port;
    }

    List<History.Received> received() {
        return List.copyOf(received);
    }

    /** Nobody listens, and every connection is cut. */
    void goAway() {
        quietly(server);
        connections.forEach(Sink::quietly);
    }

    void comeBack() {
        server = listening(port);
        accept(server);
    }

    /** Says nothing for so long. */
    void hang(java.time.Duration pause) {
        hangUntil = System.nanoTime() + pause.toNanos();
    }

    /** Each reply takes so long from now on. */
    void crawl(java.time.Duration each) {
        crawlNanos = each.toNanos();
    }

    private static ServerSocket listening(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket connection = listening.accept();
                    connections.add(connection);
                    Thread.ofVirtual().start(() -> talk(connection));
                }
            } catch (IOException closed) {
                // It went away.
            }
        });
    }

    private void talk(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            new Conversation(connection).run();
        } catch (IOException gone) {
            // The other side, or ours, has hung up.
        } finally {
            connections.remove(connection);
        }
    }

    private synchronized void write(byte[] content, History.Received mail) throws IOException {
        received.add(mail);
        Files.write(
                log,
                ("== " + mail.at() + " to " + mail.recipient() + "\n").getBytes(ISO_8859_1),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        Files.write(log, content, StandardOpenOption.APPEND);
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception gone) {
            // Closed either way.
        }
    }

    @Override
    public void close() {
        goAway();
    }

    private final class Conversation {

        private final InputStream in;
        private final OutputStream out;
        private String recipient = "";

        Conversation(Socket connection) throws IOException {
            in = new BufferedInputStream(connection.getInputStream());
            out = connection.getOutputStream();
        }

        void run() throws IOException {
            say("220 sink");
            for (String line = line(); ; line = line()) {
                String command = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
                switch (command) {
                    case "RCPT" -> {
                        recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                        say(mischief.atRecipient(recipient));
                    }
                    case "DATA" -> {
                        if (!content()) {
                            return;
                        }
                    }
                    case "QUIT" -> {
                        say("221 bye");
                        return;
                    }
                    default -> say("250 ok");
                }
            }
        }

        /** False when the connection is to be cut. */
        private boolean content() throws IOException {
            say("354 go on");
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (String line = line(); !line.equals("."); line = line()) {
                content.write((line + "\r\n").getBytes(ISO_8859_1));
            }
            Instant at = Instant.now();
            String text = content.toString(ISO_8859_1);
            String reply = mischief.atEnd(recipient, header(text, "From"));
            History.Received mail = new History.Received(
                    recipient,
                    header(text, "Message-ID"),
                    address(header(text, "From")),
                    address(header(text, "Reply-To")),
                    header(text, "X-Request-ID"),
                    reply,
                    at);
            write(content.toByteArray(), mail);
            if (reply.isEmpty()) {
                return false;
            }
            say(reply);
            return true;
        }

        private void say(String line) throws IOException {
            long wait = Math.max(hangUntil - System.nanoTime(), crawlNanos);
            for (long end = System.nanoTime() + wait; System.nanoTime() < end; ) {
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
