package net.bpsolutions.sending.registry.startup;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the schema is in place and the database answers; the broker may be away, the outbox waits for it. */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Migration migration;
    private final Pool pool;

    DatabaseReadiness(Migration migration, Pool pool) {
        this.migration = migration;
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return migration.isDone() ? answers() : Uni.createFrom().item(response(false));
    }

    private Uni<HealthCheckResponse> answers() {
        return pool.query("select 1")
                .execute()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(_ -> response(true))
                .onFailure()
                .recoverWithItem(() -> response(false));
    }

    private static HealthCheckResponse response(boolean up) {
        return HealthCheckResponse.named("database").status(up).build();
    }
}
