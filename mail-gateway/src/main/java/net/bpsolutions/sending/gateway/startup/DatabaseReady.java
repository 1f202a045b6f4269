package net.bpsolutions.sending.gateway.startup;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while our own database answers. Broker and relay may be away: what they miss waits in the ledger. */
@Readiness
@ApplicationScoped
class DatabaseReady implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final StartupGate gate;
    private final Pool pool;

    DatabaseReady(StartupGate gate, Pool pool) {
        this.gate = gate;
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return gate.isOpen()
                ? answers().map(DatabaseReady::response)
                : Uni.createFrom().item(response(false));
    }

    private Uni<Boolean> answers() {
        return pool.query("select 1")
                .execute()
                .replaceWith(true)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(false)
                .onFailure()
                .recoverWithItem(false);
    }

    private static HealthCheckResponse response(boolean up) {
        return HealthCheckResponse.named("database").status(up).build();
    }
}
