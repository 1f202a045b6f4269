package net.bpsolutions.sending.gateway.startup;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.database.DatabaseConfig;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;
import org.jboss.logging.Logger;

/** Brings the schema up to date in the background, as soon as the database answers; then work begins. */
@ApplicationScoped
class Migration {

    private static final Logger LOG = Logger.getLogger(Migration.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(20);

    private final Flyway flyway;
    private final StartupGate gate;
    private final Event<Started> started;
    private final DatabaseConfig database;
    private final AtomicReference<String> lastFault = new AtomicReference<>("");
    private final ReentrantLock work = new ReentrantLock();
    private volatile boolean stopping;

    Migration(Flyway flyway, StartupGate gate, Event<Started> started, GatewayConfig config) {
        this.flyway = flyway;
        this.gate = gate;
        this.started = started;
        this.database = config.database();
    }

    void begin(@Observes StartupEvent event) {
        Uni.createFrom()
                .item(this::migrate)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(this::tellOnce)
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(
                        done -> done.ifPresent(result -> open(result.migrationsExecuted)),
                        failure -> LOG.error("migration given up", failure));
    }

    /** What was done; nothing when the service stops. */
    private Optional<MigrateResult> migrate() {
        work.lock();
        try {
            return stopping ? Optional.empty() : Optional.of(flyway.migrate());
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

    private void open(int executed) {
        LOG.infof("schema is up to date, %d migrations executed", executed);
        gate.open();
        started.fire(new Started());
    }

    private void tellOnce(Throwable failure) {
        String fault = failure.getClass().getSimpleName();
        if (!fault.equals(lastFault.getAndSet(fault))) {
            switch (failure) {
                case FlywayValidateException invalid -> LOG.error("the schema is not the one of this release", invalid);
                case FlywayException _ ->
                    LOG.warnf("waiting for PostgreSQL at %s:%d", database.host(), database.port());
                default -> LOG.error("migration failed", failure);
            }
        }
    }
}
