package net.bpsolutions.sending.gateway.outbox;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.startup.Started;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Publishes what was committed, on a thread of its own: it may block, and nothing that serves waits for it. */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration GOODBYE = Duration.ofSeconds(6);
    /** After everything that may still commit. */
    private static final int LAST = 4_000;

    private final OutboxConfig config;
    private final OutboxTable table;
    private final Broker broker;
    private final BlockingQueue<Boolean> pokes = new ArrayBlockingQueue<>(1);
    private volatile boolean stopping;
    private @Nullable Thread thread;
    private boolean troubled;

    OutboxRelay(GatewayConfig config, OutboxTable table, Broker broker) {
        this.config = config.outbox();
        this.table = table;
        this.broker = broker;
    }

    /** There is something to publish now. Never blocks. */
    public void poke() {
        pokes.offer(true);
    }

    void begin(@Observes Started event) {
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    private void run() {
        try {
            long pause = config.pollInterval().toMillis();
            while (!stopping) {
                pause = drained() ? config.pollInterval().toMillis() : longer(pause);
                pokes.poll(pause, TimeUnit.MILLISECONDS);
            }
            // What was committed last is told before we go, if the broker is there.
            drained();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            table.release();
        }
    }

    private long longer(long pause) {
        return Math.min(pause * 2, config.maxBackOff().toMillis());
    }

    private boolean drained() throws InterruptedException {
        try {
            for (List<OutboxRow> rows = next(); !rows.isEmpty(); rows = next()) {
                Broker.Published published = broker.publish(rows);
                table.delete(rows.subList(0, published.confirmed()));
                if (published.neverTaken()) {
                    putAside(rows.get(published.confirmed()));
                } else if (published.fault() != null) {
                    return trouble("the broker", published.fault());
                }
            }
            if (troubled) {
                LOG.info("events are published again");
                troubled = false;
            }
            return true;
        } catch (SQLException e) {
            table.release();
            return trouble("PostgreSQL", e);
        } catch (RuntimeException e) {
            return trouble("publishing", e);
        }
    }

    /** What the broker can never take must not hold back the events of everybody else. */
    private void putAside(OutboxRow row) throws SQLException {
        table.putAside(row);
        LOG.errorf(
                "an event is larger than the broker takes and is put aside in gateway.outbox_aside, position=%d topic=%s",
                row.position(), row.topic());
    }

    private List<OutboxRow> next() throws SQLException {
        return table.next(config.batchSize());
    }

    private boolean trouble(String who, Exception fault) {
        if (!troubled) {
            LOG.warnf("events wait for %s: %s", who, fault);
            troubled = true;
        }
        return false;
    }

    void end(@Observes @Priority(LAST) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        poke();
        if (thread != null) {
            thread.join(GOODBYE);
        }
    }
}
