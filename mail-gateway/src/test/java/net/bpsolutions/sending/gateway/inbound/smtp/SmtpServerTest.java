package net.bpsolutions.sending.gateway.inbound.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a socket shows. */
class SmtpServerTest {

    private static final String MAIL =
            "EHLO c\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<x@y.example>\r\nDATA\r\nhello\r\n.\r\n";

    private final Vertx vertx = Vertx.vertx();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger recipients = new AtomicInteger();
    private final List<String> clients = new CopyOnWriteArrayList<>();
    private volatile Uni<SmtpReply> verdict = Uni.createFrom().item(SmtpReply.ACCEPTED);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void understandsOctetsThatComeOneByOne() throws IOException {
        int port = listen(Duration.ofMinutes(1), Duration.ofMinutes(1), 10);
        try (Socket client = connect(port)) {
            client.setTcpNoDelay(true);
            for (byte octet : (MAIL + "QUIT\r\n").getBytes(ISO_8859_1)) {
                client.getOutputStream().write(octet);
            }

            assertThat(repliesOf(client)).endsWith("250 2.0.0 Accepted", "221 2.0.0 Bye");
        }
        assertThat(mails).containsExactly("hello\r\n");
    }

    @Test
    void saysNothingBeforeTheMailIsTakenOver() throws IOException {
        CompletableFuture<SmtpReply> commit = new CompletableFuture<>();
        verdict = Uni.createFrom().completionStage(commit);
        int port = listen(Duration.ofMinutes(1), Duration.ofMinutes(1), 10);
        try (Socket client = connect(port)) {
            BufferedReader replies = reader(client);
            write(client, MAIL + "QUIT\r\n");
            for (String line = replies.readLine(); !line.startsWith("354"); line = replies.readLine()) {
                assertThat(line).doesNotContain("Accepted");
            }
            await().atMost(Duration.ofSeconds(40)).until(() -> mails.size() == 1);

            assertThat(replies.ready()).isFalse();
            commit.complete(SmtpReply.ACCEPTED);
            assertThat(replies.lines()).containsExactly("250 2.0.0 Accepted", "221 2.0.0 Bye");
        }
    }

    @Test
    void closesSilentConnection() throws IOException {
        int port = listen(Duration.ofMillis(200), Duration.ofMinutes(1), 10);
        try (Socket client = connect(port)) {
            assertThat(repliesOf(client)).endsWith("421 4.4.2 Timeout, closing");
        }
    }

    @Test
    void closesConnectionThatDrips() throws IOException {
        int port = listen(Duration.ofMinutes(1), Duration.ofMillis(300), 10);
        try (Socket client = connect(port)) {
            write(client, "EHLO c\r\nMAIL FR");

            assertThat(repliesOf(client)).endsWith("421 4.4.2 Timeout, closing");
        }
    }

    @Test
    void sendsAwayWhoComesWhenAllPlacesAreTaken() throws IOException {
        int port = listen(Duration.ofMinutes(1), Duration.ofMinutes(1), 1);
        try (Socket first = connect(port);
                BufferedReader firstReplies = reader(first);
                Socket second = connect(port)) {
            assertThat(firstReplies.readLine()).startsWith("220");
            assertThat(repliesOf(second)).containsExactly("421 4.3.2 Too many connections, try again later");
        }
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            try (Socket third = connect(port)) {
                assertThat(reader(third).readLine()).startsWith("220");
            }
        });
    }

    @Test
    void letsTheClientReadWhyItWasCutOff() throws IOException {
        int port = listen(Duration.ofMinutes(1), Duration.ofMinutes(1), 10);
        try (Socket client = connect(port)) {
            write(client, "EHLO c\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<x@y.example>\r\nDATA\r\nbare\nline\r\n");
            write(client, "more\r\n".repeat(100_000));

            assertThat(repliesOf(client)).endsWith("521 5.5.2 Bare LF, lines end in CRLF, closing");
        }
        assertThat(mails).isEmpty();
    }

    @Test
    void sendsAwayWhoHasEnoughConnections() throws IOException {
        int port = listen(settings(Duration.ofMinutes(1), Duration.ofMinutes(1), 10, 1, List.of()));
        try (Socket first = connect(port);
                BufferedReader firstReplies = reader(first);
                Socket second = connect(port)) {
            assertThat(firstReplies.readLine()).startsWith("220");
            assertThat(repliesOf(second)).containsExactly("421 4.7.0 Too many connections from you, try again later");
        }
    }

    @Test
    void losesPatienceWithSilenceWhenCrowded() throws IOException {
        int port = listen(settings(Duration.ofMinutes(1), Duration.ofMinutes(1), 3, 3, List.of()));
        try (Socket first = connect(port);
                Socket second = connect(port)) {
            assertThat(reader(first).readLine()).startsWith("220");
            assertThat(repliesOf(second)).endsWith("421 4.4.2 Timeout, closing");
        }
    }

    @Test
    void freesThePlaceOfWhoDoesNotReadItsReplies() throws IOException {
        int port = listen(Duration.ofMillis(300), Duration.ofMinutes(1), 1);
        try (Socket deaf = deaf(port)) {
            write(deaf, "EHLO c\r\n".repeat(80_000));

            awaitPlace(port);
        }
    }

    @Test
    void listensToNobodyWhoDoesNotReadItsReplies() throws IOException {
        int port = listen(Duration.ofMillis(300), Duration.ofMinutes(1), 1);
        String mails = "RSET\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<x@y.example>\r\n".repeat(10_000);
        try (Socket deaf = deaf(port)) {
            write(deaf, "EHLO c\r\n");
            for (int i = 0; i < 60; i++) {
                write(deaf, mails);
            }
            awaitPlace(port);
        } catch (IOException cutOff) {
            // While it was writing.
        }

        assertThat(recipients).hasValueLessThan(600_000);
    }

    @Test
    void takesTheClientsAddressFromTheProxy() throws IOException {
        int port =
                listen(settings(Duration.ofMinutes(1), Duration.ofMinutes(1), 10, 10, List.of("127.0.0.0/8", "::1")));
        try (Socket client = connect(port)) {
            write(client, "PROXY TCP4 192.0.2.7 192.0.2.1 40000 25\r\n" + MAIL + "QUIT\r\n");

            assertThat(repliesOf(client)).endsWith("250 2.0.0 Accepted", "221 2.0.0 Bye");
        }
        assertThat(clients).containsExactly("192.0.2.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EHLO c\r\n", "PROXY TCP4 nonsense\r\n", "\r\n\r\n"})
    void refusesProxyThatAnnouncesNobody(String instead) throws IOException {
        int port =
                listen(settings(Duration.ofMinutes(1), Duration.ofMinutes(1), 10, 10, List.of("127.0.0.0/8", "::1")));
        try (Socket client = connect(port)) {
            write(client, instead + MAIL);

            assertThat(repliesOf(client)).containsExactly("521 5.7.1 Not from here, closing");
        }
        assertThat(mails).isEmpty();
    }

    @Test
    void believesNoProxyThatIsNotTrusted() throws IOException {
        int port = listen(settings(Duration.ofMinutes(1), Duration.ofMinutes(1), 10, 10, List.of("192.0.2.1")));
        try (Socket client = connect(port)) {
            write(client, "PROXY TCP4 192.0.2.7 192.0.2.1 40000 25\r\n" + MAIL);

            assertThat(repliesOf(client)).containsExactly("521 5.7.1 Not from here, closing");
        }
        assertThat(mails).isEmpty();
    }

    @Test
    void speaksNoProxyProtocolUnlessItIsConfigured() throws IOException {
        int port = listen(Duration.ofMinutes(1), Duration.ofMinutes(1), 10);
        try (Socket client = connect(port)) {
            write(client, "PROXY TCP4 192.0.2.7 192.0.2.1 40000 25\r\n" + MAIL + "QUIT\r\n");

            assertThat(repliesOf(client)).contains("500 5.5.1 Command not recognised");
        }
        assertThat(clients).containsExactly("127.0.0.1");
    }

    private int listen(Duration idle, Duration life, int connections) {
        return listen(settings(idle, life, connections, connections, List.of()));
    }

    private static SmtpSettings settings(
            Duration idle, Duration life, int connections, int perAddress, List<String> proxies) {
        return new SmtpSettings(
                "gw",
                new SmtpLimits(
                        new SmtpLimits.OfMail(100_000, 5, 1000, 1_000_000),
                        new SmtpLimits.OfConnections(connections, perAddress, 5, idle, Duration.ofMillis(300), life)),
                Networks.of(proxies),
                null);
    }

    private int listen(SmtpSettings settings) {
        return new SmtpServer(vertx, settings, new Receiver())
                .listen("127.0.0.1", 0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void awaitPlace(int port) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            try (Socket next = connect(port)) {
                assertThat(reader(next).readLine()).startsWith("220");
            }
        });
    }

    /** Has little room for what it is told. */
    private static Socket deaf(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static void write(Socket client, String octets) throws IOException {
        client.getOutputStream().write(octets.getBytes(ISO_8859_1));
        client.getOutputStream().flush();
    }

    /** Until the server closes. */
    private static List<String> repliesOf(Socket client) throws IOException {
        return reader(client).lines().toList();
    }

    private static BufferedReader reader(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
    }

    private final class Receiver implements MailReceiver {
        @Override
        public SmtpReply recipient(String address) {
            recipients.incrementAndGet();
            return SmtpReply.OK;
        }

        @Override
        public Uni<SmtpReply> receive(Envelope envelope, byte[] content) {
            clients.add(envelope.clientAddress());
            mails.add(new String(content, ISO_8859_1));
            return verdict;
        }
    }
}
