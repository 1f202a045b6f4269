package net.bpsolutions.sending.registry.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import net.bpsolutions.sending.registry.running.Parts;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas, and a lock of their own: the registry that runs here holds its lease itself. */
@QuarkusTest
@WithTestResource(Parts.class)
class OutboxLeaseTest {

    private static final long LOCK = 4711;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @ConfigProperty(name = "test.jdbc-url")
    String url;

    @Inject
    Vertx vertx;

    private Pool hanging;
    private Pool other;

    @BeforeEach
    void connect() {
        hanging = pool();
        other = pool();
    }

    @AfterEach
    void close() {
        hanging.closeAndAwait();
        other.closeAndAwait();
    }

    @Test
    void isTakenFromAReplicaThatHangs() {
        assertThat(taken(lease(hanging))).isPresent();
        assertThat(taken(lease(other))).isEmpty();

        await().until(() -> taken(lease(other)).isPresent());
    }

    @Test
    void isKeptWhileTheBrokerTakesItsTime() {
        OutboxLease lease = lease(hanging);
        SqlConnection held = taken(lease).orElseThrow();
        Uni<String> slow = Uni.createFrom().item("published").onItem().delayIt().by(PATIENCE.multipliedBy(3));

        String outcome = lease.keptDuring(held, slow)
                .call(() -> held.query("select 1").execute())
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(outcome).isEqualTo("published");
        assertThat(taken(lease(other))).isEmpty();
    }

    /** Whoever uses it next is in no hurry. */
    @Test
    void leavesTheConnectionAsItWas() {
        OutboxLease lease = lease(hanging);

        lease.giveBack(taken(lease).orElseThrow());

        await().until(() -> taken(lease(other)).isPresent());
        assertThat(hanging.query("show idle_session_timeout")
                        .executeAndAwait()
                        .iterator()
                        .next()
                        .getString(0))
                .isEqualTo("0");
    }

    private OutboxLease lease(Pool pool) {
        return new OutboxLease(pool, vertx, LOCK, PATIENCE);
    }

    private static Optional<SqlConnection> taken(OutboxLease lease) {
        return lease.tryTake().await().asOptional().atMost(Duration.ofSeconds(20));
    }

    /** Of one connection, so that the next user gets the same. */
    private Pool pool() {
        PgConnectOptions options = PgConnectOptions.fromUri(url.replaceFirst("^jdbc:", ""));
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(options)
                .using(vertx)
                .build());
    }
}
