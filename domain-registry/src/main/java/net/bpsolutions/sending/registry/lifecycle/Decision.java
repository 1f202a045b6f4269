package net.bpsolutions.sending.registry.lifecycle;

import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;

/** What becomes of a registration. */
public sealed interface Decision {

    /** Nothing changes. */
    record Stay() implements Decision {}

    /** The status, the name in use, or both change. */
    record Move(DomainStatus status, SendingAs sendingAs, Cause cause) implements Decision {}
}
