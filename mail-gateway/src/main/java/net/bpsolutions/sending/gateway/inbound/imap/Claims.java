package net.bpsolutions.sending.gateway.inbound.imap;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Who processes which mail, when several of us read the same mailbox. */
interface Claims {

    /** What became of a claim. */
    sealed interface Claim {

        /**
         * It is ours for a while.
         *
         * @param attempt counted from 1
         */
        record Ours(int attempt) implements Claim {}

        /** Another one has it, or it is not due again. */
        record NotNow() implements Claim {}

        /** It was processed before, and only the mailbox does not know. */
        record Done() implements Claim {}
    }

    /** Claims a mail for {@code lease}; after it others may take over. */
    Uni<Claim> claim(String mail, Duration lease);

    /** It is processed, once and for all. */
    Uni<Void> done(String mail);

    /** It is to be tried again after {@code pause}. */
    Uni<Void> later(String mail, Duration pause);
}
