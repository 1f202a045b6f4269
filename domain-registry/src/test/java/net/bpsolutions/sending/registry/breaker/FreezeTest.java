package net.bpsolutions.sending.registry.breaker;

import static net.bpsolutions.sending.registry.running.World.oms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.running.Parts;
import net.bpsolutions.sending.registry.running.Tables;
import org.junit.jupiter.api.Test;

/** What commits between a look at the breaker and the lock on it. */
@QuarkusTest
@WithTestResource(Parts.class)
class FreezeTest {

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Breaker breaker;

    @Inject
    BreakerSwitch operator;

    @Inject
    SweepChecks checks;

    @Test
    void doesNotFreezeWhatAnOperatorReleasedMeanwhile() {
        oms().delete("/v1/breaker").then().statusCode(200);
        Instant now = Instant.now();

        boolean frozen = unitOfWork
                .run(() -> breaker.state()
                        .call(() -> broken(20, now))
                        .call(this::releasedByAnother)
                        .flatMap(_ -> breaker.count(domain(20), Optional.of(true), now)))
                .await()
                .atMost(Duration.ofSeconds(40));

        assertThat(frozen).isFalse();
        oms().get("/v1/breaker").then().body("frozen", equalTo(false));
        assertThat(Tables.text("select counted_from > '" + now + "' from registry.breaker"))
                .isEqualTo("t");
    }

    /** Not committed, so that nobody else freezes because of them. */
    private Uni<Void> broken(int count, Instant now) {
        return IntStream.range(0, count)
                .mapToObj(i -> Uni.createFrom().voidItem().call(() -> checks.add(domain(i), true, now)))
                .reduce(Uni.createFrom().voidItem(), (before, next) -> before.flatMap(_ -> next));
    }

    private static DomainName domain(int number) {
        return new DomainName("freeze" + number + "-clinic.com");
    }

    /** In a transaction of its own, which commits before this one goes on. */
    private Uni<BreakerJson> releasedByAnother() {
        Context here = Objects.requireNonNull(Vertx.currentContext());
        return operator.release().emitOn(task -> here.runOnContext(_ -> task.run()));
    }
}
