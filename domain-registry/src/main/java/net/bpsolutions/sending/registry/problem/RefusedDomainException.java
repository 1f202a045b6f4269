package net.bpsolutions.sending.registry.problem;

import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.entry.Entry;

/** What was typed cannot be registered. */
public final class RefusedDomainException extends RuntimeException {

    private final transient Entry.Refused refused;

    public RefusedDomainException(Entry.Refused refused) {
        super(refused.refusal().name());
        this.refused = refused;
    }

    Problem problem() {
        ProblemType type = switch (refused.refusal()) {
            case INVALID_DOMAIN -> ProblemType.INVALID_DOMAIN;
            case PUBLIC_SUFFIX -> ProblemType.PUBLIC_SUFFIX;
            case RESERVED_DOMAIN -> ProblemType.RESERVED_DOMAIN;
            case FREE_MAIL_DOMAIN -> ProblemType.FREE_MAIL_DOMAIN;
        };
        return Problem.of(type, refused.detail())
                .suggesting(refused.meant().map(DomainName::value).orElse(null));
    }
}
