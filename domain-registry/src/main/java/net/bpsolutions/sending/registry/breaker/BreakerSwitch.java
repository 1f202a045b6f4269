package net.bpsolutions.sending.registry.breaker;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;

/** Shows how the breaker stands, and releases it at an operator's word. */
@ApplicationScoped
public class BreakerSwitch {

    private final UnitOfWork unitOfWork;
    private final Breaker breaker;
    private final InstantSource clock;

    BreakerSwitch(UnitOfWork unitOfWork, Breaker breaker, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.breaker = breaker;
        this.clock = clock;
    }

    /** Whether demotions are frozen, and why. */
    public Uni<BreakerJson> show() {
        Instant now = clock.instant();
        return unitOfWork.read(() -> breaker.state().flatMap(state -> shown(state, now)));
    }

    /** Frees demotions, and counts afresh. */
    public Uni<BreakerJson> release() {
        Instant now = clock.instant();
        return unitOfWork.run(
                () -> breaker.locked().invoke(state -> state.reset(now)).flatMap(state -> shown(state, now)));
    }

    private Uni<BreakerJson> shown(BreakerState state, Instant now) {
        return breaker.sweep(state, now).map(sweep -> BreakerJson.of(state, sweep));
    }
}
