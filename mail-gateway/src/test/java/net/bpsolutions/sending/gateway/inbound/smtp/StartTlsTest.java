package net.bpsolutions.sending.gateway.inbound.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import net.bpsolutions.sending.gateway.parts.SelfSigned;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** STARTTLS (RFC 3207) as clients use it, and as somebody on the way would misuse it. */
class StartTlsTest {

    private static final String TRANSACTION =
            "EHLO c\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<x@y.example>\r\nDATA\r\n%s\r\n.\r\nQUIT\r\n";

    private static SelfSigned first;
    private static SelfSigned second;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private @Nullable SmtpServer server;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        first = SelfSigned.in(folder, "first.example");
        second = SelfSigned.in(folder, "second.example");
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void takesMailInTls() throws Exception {
        try (Socket plain = connect();
                SSLSocket secure = secured(plain, "STARTTLS\r\n")) {
            write(secure, TRANSACTION.formatted("secret"));

            assertThat(rest(secure)).contains("250 2.0.0 Accepted").doesNotContain("250-STARTTLS");
        }
        assertThat(mails).containsExactly("secret\r\n");
    }

    @Test
    void dropsWhatWasSlippedInBeforeTheHandshake() throws Exception {
        try (Socket plain = connect();
                SSLSocket secure = secured(plain, "STARTTLS\r\n" + TRANSACTION.formatted("injected"))) {
            write(secure, "NOOP\r\nMAIL FROM:<a@b.example>\r\nQUIT\r\n");

            assertThat(rest(secure))
                    .isEqualTo("250 2.0.0 OK\r\n503 5.5.1 Bad sequence of commands\r\n221 2.0.0 Bye\r\n");
        }
        assertThat(mails).isEmpty();
    }

    @Test
    void closesWhenTlsIsNotWhatFollows() throws Exception {
        try (Socket plain = connect()) {
            write(plain, "EHLO c\r\nSTARTTLS\r\n");
            readUntil(plain, "220 2.0.0");
            write(plain, TRANSACTION.formatted("in the clear"));

            assertThat(rest(plain)).doesNotContain("250");
        }
        assertThat(mails).isEmpty();
    }

    @Test
    void presentsRenewedCertificateToNewConnections() throws Exception {
        int port = listen();
        assertThat(subject(port)).contains("CN=first.example");

        started()
                .renew(options(second))
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        assertThat(subject(port)).contains("CN=second.example");
    }

    @Test
    void keepsTheOldCertificateWhenTheNewOneIsNone() throws Exception {
        int port = listen();
        PemKeyCertOptions broken =
                new PemKeyCertOptions().addCertValue(Buffer.buffer("no")).addKeyValue(Buffer.buffer("no"));

        assertThatThrownBy(() -> started()
                        .renew(broken)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join())
                .isNotNull();

        assertThat(subject(port)).contains("CN=first.example");
    }

    private String subject(int port) throws Exception {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket secure = secured(plain, "STARTTLS\r\n")) {
            return ((X509Certificate) secure.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), listen());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private SSLSocket secured(Socket plain, String startTls) throws Exception {
        write(plain, "EHLO c\r\n");
        assertThat(readUntil(plain, "250 ")).contains("250-STARTTLS");
        write(plain, startTls);
        readUntil(plain, "220 2.0.0");
        SSLSocket secure = (SSLSocket) SelfSigned.trustingAll().createSocket(plain, "localhost", plain.getPort(), true);
        secure.startHandshake();
        return secure;
    }

    private SmtpServer started() {
        SmtpServer listening = server;
        if (listening == null) {
            throw new IllegalStateException("not started");
        }
        return listening;
    }

    private int listen() {
        SmtpSettings settings = new SmtpSettings(
                "gw",
                new SmtpLimits(
                        new SmtpLimits.OfMail(100_000, 5, 1000, 1_000_000),
                        new SmtpLimits.OfConnections(
                                10, 10, 5, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1))),
                Networks.of(List.of()),
                options(first));
        SmtpServer listening = new SmtpServer(vertx, settings, new Receiver());
        server = listening;
        return listening
                .listen("127.0.0.1", 0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static PemKeyCertOptions options(SelfSigned pair) {
        return new PemKeyCertOptions()
                .addCertPath(pair.certificate().toString())
                .addKeyPath(pair.key().toString());
    }

    private static void write(Socket socket, String octets) throws IOException {
        socket.getOutputStream().write(octets.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Octet by octet: what follows belongs to TLS. */
    private static String readUntil(Socket socket, String beginning) throws IOException {
        StringBuilder read = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (!isLast(read.toString(), beginning)) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("closed after " + read);
            }
            read.append((char) octet);
        }
        return read.toString();
    }

    private static boolean isLast(String read, String beginning) {
        return read.endsWith("\n") && (read.startsWith(beginning) || read.contains("\n" + beginning));
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    private final class Receiver implements MailReceiver {
        @Override
        public SmtpReply recipient(String address) {
            return SmtpReply.OK;
        }

        @Override
        public Uni<SmtpReply> receive(Envelope envelope, byte[] content) {
            mails.add(new String(content, ISO_8859_1));
            return Uni.createFrom().item(SmtpReply.ACCEPTED);
        }
    }
}
