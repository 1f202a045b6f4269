package net.bpsolutions.sending.registry.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that mean no good, on real sockets. */
class PostmanTest {

    private Duration patience = Duration.ofSeconds(20);
    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<ServerSocket> open = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (ServerSocket server : open) {
            server.close();
        }
        threads.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void handsOverWhatIsGiven() throws IOException {
        Outcome outcome = send(answering("HTTP/1.1 204 No Content\r\n\r\n"));

        assertThat(outcome).isEqualTo(new Outcome.Taken());
        assertThat(seen.getFirst())
                .startsWith("POST /hook?x=y HTTP/1.1\r\n")
                .containsIgnoringCase("host: hooks.example-clinic.com")
                .contains("webhook-id: one");
    }

    @Test
    void followsNoRedirect() throws IOException {
        ServerSocket inside = answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            Outcome outcome = send(answering("HTTP/1.1 " + status + " Over there\r\nLocation: http://127.0.0.1:"
                    + inside.getLocalPort() + "/secret\r\nContent-Length: 0\r\n\r\n"));

            assertThat(outcome).isEqualTo(new Outcome.Failed("status-" + status));
        }
        assertThat(seen).hasSize(5).noneMatch(request -> request.contains("/secret"));
    }

    @Test
    void tellsWhoIsGoneFromWhoFails() throws IOException {
        assertThat(send(answering("HTTP/1.1 410 Gone\r\n\r\n"))).isEqualTo(new Outcome.Gone());
        assertThat(send(answering("HTTP/1.1 500 Oops\r\n\r\n"))).isEqualTo(new Outcome.Failed("status-500"));
    }

    @Test
    void doesNotWaitForWhoSaysNothing() throws IOException {
        patience = Duration.ofSeconds(2);
        assertThat(send(answering(""))).isEqualTo(new Outcome.Failed("timeout"));
    }

    /** An octet now and then keeps no connection open for longer than the patience. */
    @Test
    void doesNotWaitForWhoAnswersSlowly() throws IOException {
        patience = Duration.ofSeconds(2);
        ServerSocket server = serving(socket -> {
            OutputStream out = socket.getOutputStream();
            for (byte octet : ("HTTP/1.1 200 OK\r\nX: " + "y".repeat(1000)).getBytes(ISO_8859_1)) {
                out.write(octet);
                out.flush();
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
        });

        assertThat(send(server)).isEqualTo(new Outcome.Failed("timeout"));
    }

    @Test
    void readsNoEndlessAnswer() throws IOException {
        ServerSocket server = serving(socket -> {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(ISO_8859_1));
            byte[] chunk = ("2000\r\n" + "x".repeat(0x2000) + "\r\n").getBytes(ISO_8859_1);
            while (!socket.isClosed()) {
                out.write(chunk);
            }
        });

        assertThat(send(server)).isEqualTo(new Outcome.Taken());
    }

    @Test
    void readsNoEndlessHead() throws IOException {
        assertThat(send(answering("HTTP/1.1 200 OK\r\nX: " + "y".repeat(100_000) + "\r\n\r\n")))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(send(answering("SSH-2.0-OpenSSH_9.9\r\n"))).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void failsWhereNobodyListens() throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.close();

        assertThat(send(server)).isEqualTo(new Outcome.Failed("connection"));
    }

    @Test
    void believesNoCertificateButThatOfTheHost(@TempDir Path folder) throws Exception {
        ServerSocket right = tls(folder, "hooks.example-clinic.com");
        ServerSocket wrong = tls(folder, "other.example-clinic.com");
        HttpClientOptions trust = new HttpClientOptions()
                .setTrustOptions(new PemTrustOptions()
                        .addCertPath(
                                folder.resolve("hooks.example-clinic.com.pem").toString())
                        .addCertPath(
                                folder.resolve("other.example-clinic.com.pem").toString()));

        assertThat(send(right, true, trust)).isEqualTo(new Outcome.Taken());
        assertThat(send(wrong, true, trust)).isEqualTo(new Outcome.Failed("tls"));
        assertThat(send(right, true, new HttpClientOptions())).isEqualTo(new Outcome.Failed("tls"));
        assertThat(seen).hasSize(1);
    }

    private Outcome send(ServerSocket server) {
        return send(server, false, new HttpClientOptions());
    }

    /** The name exists nowhere: only the address that is given leads to the server. */
    private Outcome send(ServerSocket server, boolean tls, HttpClientOptions trust) {
        Postman postman = new Postman(vertx, trust, patience);
        Target target = new Target("hooks.example-clinic.com", server.getLocalPort(), tls, "/hook?x=y", false);
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("webhook-id", "one");
        try {
            return postman.deliver(target, "127.0.0.1", headers, "{}").await().atMost(Duration.ofSeconds(40));
        } finally {
            postman.close();
        }
    }

    private ServerSocket answering(String answer) throws IOException {
        return serving(socket -> {
            socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            while (socket.getInputStream().read() >= 0) {
                // Until the other side hangs up.
            }
        });
    }

    private ServerSocket serving(Conversation conversation) throws IOException {
        return serving(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), conversation);
    }

    private ServerSocket serving(ServerSocket server, Conversation conversation) {
        open.add(server);
        threads.execute(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    seen.add(head(socket.getInputStream()));
                    conversation.with(socket);
                } catch (IOException e) {
                    // The other side hung up, or the test is over.
                }
            }
        });
        return server;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("hung up");
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    private interface Conversation {
        void with(Socket socket) throws IOException;
    }

    private ServerSocket tls(Path folder, String host) throws Exception {
        Path store = folder.resolve(host + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "password")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(host + ".log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "password".toCharArray());
        java.nio.file.Files.writeString(
                folder.resolve(host + ".pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("server").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "password".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        ServerSocket server =
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return serving(server, socket -> {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        });
    }
}
