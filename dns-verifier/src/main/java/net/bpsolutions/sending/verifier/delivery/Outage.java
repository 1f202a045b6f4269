package net.bpsolutions.sending.verifier.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.RecordState;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells "nobody knows" from "we cannot see". A check that could not determine something is believed only when a resolver
 * answers at all; otherwise no requests are taken until one does, and those that were under way are checked again then.
 */
@ApplicationScoped
class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 5000;

    /** For so long a sign of life holds; otherwise every silent domain would have the resolvers asked. */
    private static final long SIGN_OF_LIFE = Duration.ofMillis(250).toNanos();

    private final Intake intake;
    private final Canary canary;
    private final Vertx vertx;
    private final Counter outages;
    private final AtomicReference<@Nullable CompletableFuture<Boolean>> current = new AtomicReference<>();
    private volatile long alive = System.nanoTime() - SIGN_OF_LIFE;
    private volatile long over = System.nanoTime();

    Outage(Intake intake, Canary canary, Vertx vertx, MeterRegistry meters) {
        this.intake = intake;
        this.canary = canary;
        this.vertx = vertx;
        this.outages = meters.counter("dns.outages");
        meters.gauge("dns.outage", this, outage -> outage.intake.isHeld() ? 1 : 0);
    }

    /** The verdict of {@code check}, of as many as it takes to have one that was not made blindly. */
    Uni<DnsChecked> outlast(Supplier<Uni<DnsChecked>> check) {
        long begun = System.nanoTime();
        return check.get()
                .chain(checked -> isUnsure(checked)
                        ? wasBlind(begun)
                                .chain(blind -> blind
                                        ? outlast(check)
                                        : Uni.createFrom().item(checked))
                        : Uni.createFrom().item(checked));
    }

    private static boolean isUnsure(DnsChecked checked) {
        return checked.records().stream().anyMatch(record -> record.state() == RecordState.UNKNOWN);
    }

    /** Whether no resolver answered what began then; if so, one does by the time this is known. */
    private Uni<Boolean> wasBlind(long begun) {
        if (begun - over < 0) {
            return Uni.createFrom().item(true);
        }
        if (current.get() == null && alive - begun >= 0 && System.nanoTime() - alive < SIGN_OF_LIFE) {
            return Uni.createFrom().item(false);
        }
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> others = current.compareAndExchange(null, mine);
        if (others != null) {
            return Uni.createFrom().completionStage(others);
        }
        canary.isAlive().subscribe().with(answers -> {
            if (answers) {
                settle(mine, false);
            } else {
                begin(mine);
            }
        });
        return Uni.createFrom().completionStage(mine);
    }

    private void begin(CompletableFuture<Boolean> outage) {
        LOG.warn("no resolver answers; taking no requests until one does");
        outages.increment();
        intake.hold();
        probe(outage, FIRST_PAUSE_MILLIS);
    }

    private void probe(CompletableFuture<Boolean> outage, long pauseMillis) {
        vertx.setTimer(
                pauseMillis,
                due -> canary.isAlive().subscribe().with(answers -> {
                    if (answers) {
                        LOG.info("a resolver answers; taking requests again");
                        intake.release();
                        settle(outage, true);
                    } else {
                        probe(outage, Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS));
                    }
                }));
    }

    private void settle(CompletableFuture<Boolean> outage, boolean wasOne) {
        alive = System.nanoTime();
        if (wasOne) {
            over = alive;
        }
        current.set(null);
        outage.complete(wasOne);
    }
}
