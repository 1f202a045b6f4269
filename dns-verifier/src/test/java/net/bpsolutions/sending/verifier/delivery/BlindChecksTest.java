package net.bpsolutions.sending.verifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.providers.impl.InternalChannelRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which checks that could not determine something are believed, and which are made again. */
class BlindChecksTest {

    private final Vertx vertx = Vertx.vertx();
    private final Intake intake = new Intake(new InternalChannelRegistry());
    private volatile boolean resolverAnswers = true;
    private final Outage outage =
            new Outage(intake, () -> Uni.createFrom().item(() -> resolverAnswers), vertx, new SimpleMeterRegistry());

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void believesACheckWhileAResolverAnswers() {
        assertThat(state(outlast(checks(RecordState.UNKNOWN, RecordState.OK)))).isEqualTo(RecordState.UNKNOWN);
        assertThat(intake.isHeld()).isFalse();
    }

    @Test
    void repeatsACheckOnceAResolverAnswers() {
        resolverAnswers = false;
        CompletableFuture<DnsChecked> blind = outlast(checks(RecordState.UNKNOWN, RecordState.OK));

        assertThat(intake.isHeld()).isTrue();
        assertThat(blind).isNotDone();
        resolverAnswers = true;

        assertThat(state(blind)).isEqualTo(RecordState.OK);
        assertThat(intake.isHeld()).isFalse();
    }

    /** It asked while nobody answered, however late it ends. */
    @Test
    void repeatsACheckThatEndsAfterTheOutageItBeganIn() {
        resolverAnswers = false;
        CompletableFuture<DnsChecked> slow = new CompletableFuture<>();
        CompletableFuture<DnsChecked> late = outlast(first(slow, checks(RecordState.OK)));
        CompletableFuture<DnsChecked> blind = outlast(checks(RecordState.UNKNOWN, RecordState.OK));
        resolverAnswers = true;
        assertThat(state(blind)).isEqualTo(RecordState.OK);

        slow.complete(checked(RecordState.UNKNOWN));

        assertThat(state(late)).isEqualTo(RecordState.OK);
    }

    /** That a resolver answered before it began says nothing of it. */
    @Test
    void repeatsACheckThatBeganAfterTheLastSignOfLife() {
        assertThat(state(outlast(checks(RecordState.UNKNOWN)))).isEqualTo(RecordState.UNKNOWN);
        resolverAnswers = false;

        CompletableFuture<DnsChecked> blind = outlast(checks(RecordState.UNKNOWN, RecordState.OK));
        assertThat(blind).isNotDone();
        resolverAnswers = true;

        assertThat(state(blind)).isEqualTo(RecordState.OK);
    }

    private CompletableFuture<DnsChecked> outlast(Supplier<Uni<DnsChecked>> check) {
        return outage.outlast(check).subscribeAsCompletionStage();
    }

    /** A check that ends at once, the last way from then on. */
    private static Supplier<Uni<DnsChecked>> checks(RecordState... states) {
        var left = new ArrayDeque<>(List.of(states));
        return () -> Uni.createFrom().item(checked(left.size() > 1 ? left.remove() : left.element()));
    }

    private static Supplier<Uni<DnsChecked>> first(CompletableFuture<DnsChecked> slow, Supplier<Uni<DnsChecked>> then) {
        return () -> slow.isDone() ? then.get() : Uni.createFrom().completionStage(slow);
    }

    private static DnsChecked checked(RecordState state) {
        RecordCheck record = new RecordCheck(Purpose.DMARC, "_dmarc.clinic.example", state, List.of(), null, List.of());
        return new DnsChecked(
                UUID.randomUUID(),
                Instant.now(),
                UUID.randomUUID(),
                new DomainName("clinic.example"),
                List.of(record),
                List.of(),
                null);
    }

    private static RecordState state(CompletableFuture<DnsChecked> checked) {
        await().atMost(Duration.ofSeconds(40)).until(checked::isDone);
        return checked.join().records().getFirst().state();
    }
}
