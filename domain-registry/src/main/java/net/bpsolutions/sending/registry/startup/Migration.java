package net.bpsolutions.sending.registry.startup;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import net.bpsolutions.sending.registry.RegistryConfig;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** Brings the schema up to date in the background, for as long as it takes the database to answer. */
@ApplicationScoped
public class Migration {

    private static final Logger LOG = Logger.getLogger(Migration.class);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(20);

    private final Flyway flyway;
    private final Event<DatabaseReady> ready;
    private final String address;
    private final AtomicReference<String> told = new AtomicReference<>("");
    private final ReentrantLock work = new ReentrantLock();
    private volatile boolean stopping;
    private volatile boolean done;

    Migration(Flyway flyway, Event<DatabaseReady> ready, RegistryConfig config) {
        this.flyway = flyway;
        this.ready = ready;
        this.address = config.database().address();
    }

    /** Whether the schema is up to date. */
    public boolean isDone() {
        return done;
    }

    void start(@Observes StartupEvent event) {
        Uni.createFrom()
                .item(this::migrate)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(this::tellOnce)
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(250), Duration.ofSeconds(5))
                .indefinitely()
                .subscribe()
                .with(done -> {
                    if (done) {
                        letWorkIn();
                    }
                });
    }

    /** Whether it was done; not when the service stops. */
    private boolean migrate() {
        work.lock();
        try {
            if (!stopping) {
                flyway.migrate();
            }
            return !stopping;
        } finally {
            work.unlock();
        }
    }

    /**
     * What was begun ends before the connections are closed: Flyway commits a migration and its line in the history one after
     * the other, and whoever cuts between the two leaves a schema that cannot be brought up to date any more.
     */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (work.tryLock(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
            work.unlock();
        }
    }

    /** Once per change, not once per try. */
    private void tellOnce(Throwable failure) {
        String reason = reason(failure);
        if (!reason.equals(told.getAndSet(reason))) {
            LOG.warnf("waiting for PostgreSQL at %s: %s", address, reason);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    private void letWorkIn() {
        LOG.infof("PostgreSQL at %s answers, the schema is up to date", address);
        done = true;
        ready.fire(new DatabaseReady());
    }
}
