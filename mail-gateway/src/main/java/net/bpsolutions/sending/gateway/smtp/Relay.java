package net.bpsolutions.sending.gateway.smtp;

import io.smallrye.mutiny.Uni;

/** Takes mails over. */
@FunctionalInterface
public interface Relay {

    /**
     * Never fails, and answers within the attempt's time limit.
     *
     * @param mail what to hand over
     * @param account where
     * @param permit asked at the last moment
     */
    Uni<Answer> handOver(Handover mail, Account account, Permit permit);

    /** Sends no further end of data: what has not come that far is as if it had not begun. */
    default void withhold() {}
}
