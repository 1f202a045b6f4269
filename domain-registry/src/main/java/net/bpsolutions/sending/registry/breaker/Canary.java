package net.bpsolutions.sending.registry.breaker;

import net.bpsolutions.sending.registry.lifecycle.Health;

/** How the vendor's own domain stands; it can only warn once it was seen good. */
public enum Canary {
    UNSEEN,
    GOOD,
    BAD;

    /** After one more check; what could not be determined changes nothing. */
    Canary after(Health health) {
        return switch (health) {
            case GOOD -> GOOD;
            case BAD -> this == UNSEEN ? UNSEEN : BAD;
            case UNKNOWN -> this;
        };
    }
}
