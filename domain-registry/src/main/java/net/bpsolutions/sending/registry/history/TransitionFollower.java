package net.bpsolutions.sending.registry.history;

import io.smallrye.mutiny.Uni;

/** Does something about every transition, within the transaction that makes it. */
public interface TransitionFollower {

    /** Called once for each transition; a failure undoes the transition. */
    Uni<Void> follow(Transition transition);
}
