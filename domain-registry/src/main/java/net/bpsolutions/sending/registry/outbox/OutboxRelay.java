package net.bpsolutions.sending.registry.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.startup.DatabaseReady;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox in order of position. Of several replicas the one that holds the advisory lock publishes; it goes
 * on after the last acknowledged record, so that a crash or a lost ack repeats records but never skips one.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    /** What is committed meanwhile leaves together, with one statement for all. */
    private static final Duration BREATH = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final OutboxTable table;
    private final OutboxLease leases;
    private final RecordPublisher publisher;
    private final RegistryConfig.Outbox config;

    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile @Nullable SqlConnection lease;
    private volatile Duration pause = Duration.ZERO;
    private volatile CompletableFuture<Void> turn = CompletableFuture.completedFuture(null);

    OutboxRelay(Vertx vertx, OutboxTable table, OutboxLease leases, RecordPublisher publisher, RegistryConfig config) {
        this.vertx = vertx;
        this.table = table;
        this.leases = leases;
        this.publisher = publisher;
        this.config = config.outbox();
    }

    void start(@Observes DatabaseReady ready) {
        if (running.compareAndSet(false, true)) {
            vertx.setPeriodic(config.poll().toMillis(), _ -> wake());
        }
    }

    /** Something was committed: publishes now rather than at the next poll. */
    public void wake() {
        wanted.set(true);
        if (running.get() && pause.isZero() && busy.compareAndSet(false, true)) {
            drain();
        }
    }

    /** A loop of its own; nothing waits for it. */
    private void drain() {
        wanted.set(false);
        turn = new CompletableFuture<>();
        Uni.createFrom()
                .deferred(this::leased)
                .flatMap(this::publishAll)
                .subscribe()
                .with(_ -> rest(), this::backOff);
    }

    private Uni<SqlConnection> leased() {
        SqlConnection held = lease;
        return held != null ? Uni.createFrom().item(held) : leases.tryTake().invoke(taken -> lease = taken);
    }

    private Uni<Void> publishAll(@Nullable SqlConnection connection) {
        if (connection == null || !running.get()) {
            return Uni.createFrom().voidItem();
        }
        return table.next(connection, config.batch())
                .flatMap(batch -> batch.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : publish(connection, batch)
                                .flatMap(_ -> batch.size() < config.batch()
                                        ? Uni.createFrom().voidItem()
                                        : publishAll(connection)));
    }

    private Uni<Void> publish(SqlConnection connection, List<OutboxTable.Waiting> batch) {
        Uni<Integer> publishing = publisher.publish(
                batch.stream().map(OutboxTable.Waiting::message).toList());
        return leases.keptDuring(connection, publishing)
                .flatMap(acked -> table.delete(connection, batch.subList(0, acked))
                        .invoke(() -> requireAll(acked, batch.size())));
    }

    private static void requireAll(int acked, int sent) {
        if (acked < sent) {
            throw new UnacknowledgedException();
        }
    }

    private void rest() {
        turn.complete(null);
        if (!pause.isZero()) {
            LOG.info("publishing again");
            pause = Duration.ZERO;
        }
        vertx.setTimer(BREATH.toMillis(), _ -> {
            busy.set(false);
            if (wanted.get()) {
                wake();
            }
        });
    }

    private void backOff(Throwable failure) {
        turn.complete(null);
        if (!running.get()) {
            return;
        }
        if (pause.isZero()) {
            LOG.warnf("cannot publish, events wait in the outbox: %s", describe(failure));
        }
        Duration doubled = pause.isZero() ? config.poll() : pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        SqlConnection held = lease;
        if (held != null && !(failure instanceof UnacknowledgedException)) {
            lease = null;
            leases.giveBack(held);
        }
        vertx.setTimer(pause.toMillis(), _ -> drain());
    }

    private static String describe(Throwable failure) {
        if (failure instanceof UnacknowledgedException) {
            return "the broker does not acknowledge";
        }
        return TemporaryFault.is(failure) ? "PostgreSQL does not answer" : failure.toString();
    }

    /** What is on its way arrives and is struck off before another replica may take over, so that it is not sent twice. */
    void stop(@Observes ShutdownEvent stopping) {
        running.set(false);
        turn.completeOnTimeout(null, LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        SqlConnection held = lease;
        lease = null;
        if (held != null) {
            leases.giveBack(held);
        }
    }

    private static final class UnacknowledgedException extends RuntimeException {}
}
