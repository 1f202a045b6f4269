package net.bpsolutions.sending.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.ledger.Wanted;
import net.bpsolutions.sending.gateway.sender.SenderStatusView;

/** How many deliveries may be taken now, and whose. */
@ApplicationScoped
class Slots {

    private final SenderStatusView senders;
    private final RelayHealth relayHealth;
    private final int capacity;
    private final Duration rebuildLimit;
    private final long bornAt = System.nanoTime();

    Slots(SenderStatusView senders, RelayHealth relayHealth, GatewayConfig config) {
        this.senders = senders;
        this.relayHealth = relayHealth;
        this.capacity = config.relay().connections();
        this.rebuildLimit = config.sender().rebuildLimit();
    }

    /** While our relay is away, all but one slot are for those who do not need it. */
    Wanted wanted(int inFlight) {
        int free = Math.max(0, capacity - inFlight);
        if (free == 0 || !namesKnown()) {
            return Wanted.NOTHING;
        }
        if (!relayHealth.isAway()) {
            return Wanted.ofAll(free);
        }
        return relayHealth.wantsProbe() ? Wanted.ofAll(1) : new Wanted(free, senders.ownAccountClinics());
    }

    /** Better a little late than under the fallback name for want of patience; but not for ever. */
    private boolean namesKnown() {
        return senders.rebuilt() ? senders.current() : System.nanoTime() - bornAt > rebuildLimit.toNanos();
    }
}
