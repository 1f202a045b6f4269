package net.bpsolutions.sending.registry.console;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import net.bpsolutions.sending.registry.access.CurrentCaller;
import net.bpsolutions.sending.registry.checks.CheckRequests;
import net.bpsolutions.sending.registry.review.Review;
import net.bpsolutions.sending.registry.suspension.Suspension;
import org.jboss.logging.Logger;

/** Does what an operator says, by the services behind the API, and notes who said it. */
@ApplicationScoped
class Actions {

    private static final Logger LOG = Logger.getLogger(Actions.class);

    private final Suspension suspension;
    private final Review review;
    private final CheckRequests checks;
    private final CurrentCaller caller;

    Actions(Suspension suspension, Review review, CheckRequests checks, CurrentCaller caller) {
        this.suspension = suspension;
        this.review = review;
        this.checks = checks;
        this.caller = caller;
    }

    Uni<Void> act(Action action, UUID id) {
        LOG.infof("operator=%s action=%s domainId=%s", caller.get().subject(), action.path(), id);
        Uni<?> done = switch (action) {
            case SUSPEND -> suspension.hold(id, true, _ -> {});
            case RESUME -> suspension.hold(id, false, _ -> {});
            case APPROVE -> review.approve(id, _ -> {});
            case UNFLAG -> review.unflag(id, _ -> {});
            case CHECK -> checks.onDemand(id);
        };
        return done.replaceWithVoid();
    }
}
