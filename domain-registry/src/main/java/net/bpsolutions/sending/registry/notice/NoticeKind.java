package net.bpsolutions.sending.registry.notice;

import java.util.Optional;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;

/** What a notice is about. */
enum NoticeKind {
    /** The domain is not set up yet. */
    SETUP,

    /** A record went bad; the clinic's name is still in use. */
    ATTENTION,

    /** The grace is over; mail leaves from the fallback address. */
    FALLEN_BACK,

    /** An operator holds the domain. */
    ON_HOLD;

    /** What a status needs a person for; empty when all is well, or no mail of the clinic comes through us. */
    static Optional<NoticeKind> of(DomainStatus status, SendingAs sendingAs) {
        return sendingAs == SendingAs.OWN_ACCOUNT ? Optional.empty() : of(status);
    }

    private static Optional<NoticeKind> of(DomainStatus status) {
        return switch (status) {
            case PENDING -> Optional.of(SETUP);
            case DEGRADED -> Optional.of(ATTENTION);
            case LAPSED -> Optional.of(FALLEN_BACK);
            case SUSPENDED -> Optional.of(ON_HOLD);
            case VERIFIED -> Optional.empty();
        };
    }
}
