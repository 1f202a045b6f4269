package net.bpsolutions.sending.registry.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A receiver that takes every call and says nothing to the first ten: what a delivery costs ends with it. */
class SilentReceiverTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Vertx vertx = Vertx.vertx();
    private final Postman postman = new Postman(vertx, new HttpClientOptions(), PATIENCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    open.incrementAndGet();
                    boolean silent = accepted.incrementAndGet() <= 10;
                    threads.execute(() -> hear(socket, silent));
                } catch (IOException e) {
                    // The test is over.
                }
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        threads.shutdownNow();
        postman.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void leavesNothingBehindOfDeliveriesThatFailed() {
        assertThat(deliver(10)).containsOnly(new Outcome.Failed("timeout")).hasSize(10);

        await().untilAsserted(() -> assertThat(open).hasValue(0));
        assertThat(heard).hasSize(10);
    }

    @Test
    void keepsNoLaterDeliveryFromArriving() {
        deliver(10);

        assertThat(deliver(1)).containsExactly(new Outcome.Taken());
        await().untilAsserted(() -> assertThat(open).hasValue(0));
        assertThat(heard).hasSize(11);
    }

    private List<Outcome> deliver(int count) {
        Target target = new Target("hooks.example-clinic.com", server.getLocalPort(), false, "/hook", false);
        List<Uni<Outcome>> deliveries = IntStream.range(0, count)
                .mapToObj(_ -> postman.deliver(target, "127.0.0.1", MultiMap.caseInsensitiveMultiMap(), "{}"))
                .toList();
        return Multi.createFrom()
                .iterable(deliveries)
                .onItem()
                .transformToUni(delivery -> delivery)
                .merge(count)
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(40));
    }

    private void hear(Socket socket, boolean silent) {
        try (socket) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            String line = in.readLine();
            if (line != null) {
                heard.add(line);
            }
            if (!silent) {
                socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(ISO_8859_1));
                socket.getOutputStream().flush();
            }
            while (in.read() >= 0) {
                // Until the other side hangs up.
            }
        } catch (IOException e) {
            // The other side hung up.
        } finally {
            open.decrementAndGet();
        }
    }
}
