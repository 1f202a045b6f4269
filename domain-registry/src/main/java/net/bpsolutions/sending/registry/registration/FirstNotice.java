package net.bpsolutions.sending.registry.registration;

import java.time.Instant;

/** When the contact of a domain that was just registered hears of it first. */
public interface FirstNotice {

    /** When the notice of a registration of {@code registeredAt} is due. */
    Instant dueAt(Instant registeredAt);
}
