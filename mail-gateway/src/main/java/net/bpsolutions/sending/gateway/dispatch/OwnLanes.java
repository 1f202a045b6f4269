package net.bpsolutions.sending.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.smtp.Account;

/** A few mails at a time over each clinic's own account: one that hangs must not hold everybody else up. */
@ApplicationScoped
class OwnLanes {

    private final Map<Account, Integer> underWay = new ConcurrentHashMap<>();
    private final int limit;

    OwnLanes(GatewayConfig config) {
        this.limit = config.ownAccounts().connections();
    }

    /** False when there is no room now; what entered must leave. */
    boolean enter(Account account) {
        return underWay.merge(account, 1, Integer::sum) <= limit || refuse(account);
    }

    private boolean refuse(Account account) {
        leave(account);
        return false;
    }

    void leave(Account account) {
        underWay.computeIfPresent(account, (any, now) -> now == 1 ? null : now - 1);
    }
}
