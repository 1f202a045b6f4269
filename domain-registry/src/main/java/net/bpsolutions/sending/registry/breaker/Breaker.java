package net.bpsolutions.sending.registry.breaker;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.lifecycle.Health;
import org.jboss.logging.Logger;

/**
 * Counts domains that were good by their latest check, and says whether a bad one may demote. Within the transaction that is
 * open.
 */
@ApplicationScoped
public class Breaker implements PanacheRepositoryBase<BreakerState, Integer> {

    private static final Logger LOG = Logger.getLogger(Breaker.class);

    private final SweepChecks checks;
    private final RegistryConfig.Breaker config;

    Breaker(SweepChecks checks, RegistryConfig config) {
        this.checks = checks;
        this.config = config.breaker();
    }

    /**
     * Whether demotions are frozen, after a check was counted.
     *
     * @param domain that was looked at; of several checks the latest counts
     * @param broke whether a domain that was good was found bad; empty when the check does not count
     */
    public Uni<Boolean> count(DomainName domain, Optional<Boolean> broke, Instant now) {
        Uni<Void> counted = broke.map(value -> checks.add(domain, value, now))
                .orElseGet(() -> Uni.createFrom().voidItem());
        return counted.flatMap(_ -> state())
                .flatMap(state -> state.frozen || !broke.orElse(false)
                        ? Uni.createFrom().item(state.frozen)
                        : freezeWhenDue(state, now));
    }

    /** What a check of the vendor's own domain, made at {@code at}, said about the targets that all clinics point to. */
    public Uni<Void> heard(Health health, Instant at, Instant now) {
        return locked().flatMap(state -> {
            state.hear(health, at, now);
            return judge(state, now);
        });
    }

    Uni<BreakerState> state() {
        return findById(BreakerState.ONLY);
    }

    Uni<BreakerState> locked() {
        return findById(BreakerState.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Freezes or thaws; the caller holds the lock. */
    Uni<Void> judge(BreakerState state, Instant now) {
        return checks.latest(state.countedFrom, now)
                .invoke(sweep -> apply(state, sweep, now))
                .replaceWithVoid();
    }

    Uni<Sweep> sweep(BreakerState state, Instant now) {
        return checks.latest(state.countedFrom, now);
    }

    private Uni<Boolean> freezeWhenDue(BreakerState seen, Instant now) {
        return checks.latest(seen.countedFrom, now)
                .flatMap(sweep ->
                        judged(seen, sweep).isEmpty() ? Uni.createFrom().item(false) : judgedAgain(now));
    }

    /** Under the lock, as it is by then: meanwhile an operator may have released it. */
    private Uni<Boolean> judgedAgain(Instant now) {
        return Panache.getSession()
                .flatMap(session -> locked().call(session::flush).call(session::refresh))
                .call(state -> judge(state, now))
                .map(state -> state.frozen);
    }

    private void apply(BreakerState state, Sweep sweep, Instant now) {
        Optional<FreezeReason> judged = judged(state, sweep);
        if (state.become(judged, now)) {
            LOG.warnf(
                    "demotions are %s: reason=%s checks=%d broken=%d canary=%s",
                    state.frozen ? "frozen" : "free again",
                    judged.map(Enum::name).orElse("-"),
                    sweep.checks(),
                    sweep.broken(),
                    state.canary);
        }
    }

    private Optional<FreezeReason> judged(BreakerState state, Sweep sweep) {
        return sweep.judge(state.canary, state.frozen, config.minimum(), config.share());
    }
}
