package net.bpsolutions.sending.registry.breaker;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import net.bpsolutions.sending.registry.lifecycle.Health;
import org.jspecify.annotations.Nullable;

/** The one state that all replicas share. */
@Entity
@Table(name = "breaker", schema = "registry")
class BreakerState {

    static final int ONLY = 1;

    @Id
    int id;

    boolean frozen;

    @Enumerated(EnumType.STRING)
    @Nullable FreezeReason reason;

    Instant since;

    @Column(name = "counted_from")
    Instant countedFrom;

    @Enumerated(EnumType.STRING)
    Canary canary;

    @Column(name = "canary_seen_at")
    @Nullable Instant canarySeenAt;

    @Column(name = "canary_due")
    Instant canaryDue;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    BreakerState() {}

    /**
     * Hears the canary, as it was at {@code at}, unless something newer is known; once it is good again, what was counted
     * while it was not says nothing.
     */
    void hear(Health health, Instant at, Instant now) {
        if (health == Health.UNKNOWN || (canarySeenAt != null && !at.isAfter(canarySeenAt))) {
            return;
        }
        canarySeenAt = at.isAfter(now) ? now : at;
        Canary after = canary.after(health);
        countedFrom = canary == Canary.BAD && after == Canary.GOOD ? now : countedFrom;
        canary = after;
    }

    /** Takes on what was judged; false when that is how it stands already. */
    boolean become(Optional<FreezeReason> judged, Instant now) {
        boolean same = frozen == judged.isPresent();
        reason = judged.orElse(null);
        frozen = judged.isPresent();
        since = same ? since : now;
        return !same;
    }

    /** An operator ends a freeze: what was counted so far counts no more. */
    void reset(Instant now) {
        countedFrom = now;
        canary = Canary.UNSEEN;
        canarySeenAt = null;
        become(Optional.empty(), now);
    }
}
