package net.bpsolutions.sending.local.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Asks a service whether it is ready. */
final class Readiness implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();
    private final CountDownLatch never = new CountDownLatch(1);
    private final BooleanSupplier cancelled;

    /** @param cancelled whether nobody waits any more */
    Readiness(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /**
     * Waits until the service says so.
     *
     * @return whether it did; false when cancelled
     * @throws CannotStartException after five minutes
     */
    boolean await(ServiceProcess service) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (isReady(service)) {
                return true;
            }
            if (cancelled.getAsBoolean() || never.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        throw new CannotStartException(service.name() + " is not ready after " + PATIENCE.toMinutes()
                + " minutes; its log is " + service.data().logOf(service.name()) + ".");
    }

    private boolean isReady(ServiceProcess service) throws InterruptedException {
        URI uri = URI.create("http://localhost:" + service.port() + "/q/health/ready");
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER_LIMIT).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
