package net.bpsolutions.sending.verifier.delivery;

import io.smallrye.mutiny.Uni;

/** Whether there is any sense in asking DNS. */
@FunctionalInterface
public interface Canary {

    /** Whether any resolver answers a question that every resolver can answer; never fails. */
    Uni<Boolean> isAlive();
}
