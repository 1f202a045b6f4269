package net.bpsolutions.sending.gateway.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A provider's relay: TLS, from the first octet or after STARTTLS, and no mail without the right login. */
public final class LoginRelay implements AutoCloseable {

    /** How it wants to be spoken to. */
    public enum Protection {
        NONE,
        STARTTLS,
        TLS
    }

    private static final String USER = "clinic@provider.example";
    private static final String PASSWORD = "pä$$ word";

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Protection protection;
    private final @Nullable SSLSocketFactory tls;
    private final String mechanism;
    private final List<String> inTheClear = new CopyOnWriteArrayList<>();
    private final List<String> secured = new CopyOnWriteArrayList<>();

    /**
     * Starts it.
     *
     * @param tls null without protection
     * @param mechanism the only one that it knows
     */
    public LoginRelay(Protection protection, @Nullable SSLSocketFactory tls, String mechanism) throws IOException {
        this.protection = protection;
        this.tls = tls;
        this.mechanism = mechanism;
        Thread.ofVirtual().start(this::serve);
    }

    /** The file of an account here. */
    public String account(String password) {
        return "host=localhost\nport=%d\ntls=%s\nusername=%s\npassword=%s\n"
                .formatted(server.getLocalPort(), protection.name().toLowerCase(Locale.ROOT), USER, password);
    }

    /** The file of the account that it lets in. */
    public String account() {
        return account(PASSWORD);
    }

    /** Lines that everybody on the way could read. */
    public List<String> inTheClear() {
        return inTheClear;
    }

    /** Lines that nobody could. */
    public List<String> secured() {
        return secured;
    }

    private void serve() {
        try {
            while (true) {
                Socket connection = server.accept();
                Thread.ofVirtual().start(() -> talk(connection));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket connection) {
        try (connection) {
            if (protection == Protection.TLS) {
                new Conversation(secure(connection), true).run(true);
            } else {
                new Conversation(connection, false).run(true);
            }
        } catch (IOException gone) {
            // The other side has hung up, or does not trust us.
        }
    }

    private Socket secure(Socket connection) throws IOException {
        SSLSocketFactory factory = java.util.Objects.requireNonNull(tls);
        SSLSocket wrapped = (SSLSocket) factory.createSocket(connection, null, connection.getPort(), true);
        wrapped.setUseClientMode(false);
        wrapped.startHandshake();
        return wrapped;
    }

    private final class Conversation {

        private final Socket socket;
        private final BufferedReader in;
        private final boolean safe;
        private boolean known;

        Conversation(Socket socket, boolean safe) throws IOException {
            this.socket = socket;
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            this.safe = safe;
        }

        void run(boolean greet) throws IOException {
            if (greet) {
                say("220 provider");
            }
            for (String line = hear(); line != null; line = hear()) {
                String command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                switch (command) {
                    case "EHLO" ->
                        say(
                                safe || protection == Protection.NONE
                                        ? "250-provider\r\n250 AUTH " + mechanism
                                        : "250-provider\r\n250 STARTTLS");
                    case "STARTTLS" -> {
                        say("220 go on");
                        new Conversation(secure(socket), true).run(false);
                        return;
                    }
                    case "AUTH" -> say(authenticated(line) ? "235 2.7.0 welcome" : "535 5.7.8 who?");
                    case "DATA" -> {
                        say("354 go on");
                        for (String text = hear(); text != null && !text.equals("."); ) {
                            text = hear();
                        }
                        say("250 2.0.0 taken");
                    }
                    default -> say(known ? "250 ok" : "530 5.7.0 authenticate first");
                }
            }
        }

        private boolean authenticated(String line) throws IOException {
            String said = line.equals("AUTH LOGIN")
                    ? "\0" + asked("Username:") + "\0" + asked("Password:")
                    : decoded(line.substring("AUTH PLAIN ".length()));
            known = said.equals("\0" + USER + "\0" + PASSWORD);
            return known;
        }

        private String asked(String prompt) throws IOException {
            say("334 " + Base64.getEncoder().encodeToString(prompt.getBytes(UTF_8)));
            return decoded(String.valueOf(hear()));
        }

        private static String decoded(String text) {
            return new String(Base64.getDecoder().decode(text), UTF_8);
        }

        private void say(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
            socket.getOutputStream().flush();
        }

        private @Nullable String hear() throws IOException {
            String line = in.readLine();
            if (line != null) {
                (safe ? secured : inTheClear).add(line);
            }
            return line;
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
