package net.bpsolutions.sending.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import net.bpsolutions.sending.gateway.ledger.Leases;
import net.bpsolutions.sending.gateway.startup.Started;
import org.jboss.logging.Logger;

/** Does not let mail wait out its pause once our relay is back for which it waits. */
@ApplicationScoped
class RelayReturn {

    private static final Logger LOG = Logger.getLogger(RelayReturn.class);
    private static final List<String> REASONS =
            List.of("relay-unreachable", "relay-not-ready", "relay-tls-failed", "relay-login-refused");

    private final RelayHealth relayHealth;
    private final Leases leases;
    private final Dispatcher dispatcher;

    RelayReturn(RelayHealth relayHealth, Leases leases, Dispatcher dispatcher) {
        this.relayHealth = relayHealth;
        this.leases = leases;
        this.dispatcher = dispatcher;
    }

    void begin(@Observes Started event) {
        relayHealth.whenBack(this::wake);
    }

    /** What is not woken comes when its pause is over. */
    private void wake() {
        leases.wake(REASONS)
                .subscribe()
                .with(woken -> dispatcher.poke(), fault -> LOG.debugf("nothing woken: %s", fault));
    }
}
