package net.bpsolutions.sending.registry.entry;

import java.util.Optional;
import net.bpsolutions.sending.events.DomainName;

/** What became of a name that somebody typed. */
public sealed interface Entry {

    /** It may be registered. */
    record Accepted(DomainName domain) implements Entry {}

    /**
     * It may not.
     *
     * @param refusal why
     * @param detail for the person who typed it
     * @param meant the domain that was probably meant
     */
    record Refused(Refusal refusal, String detail, Optional<DomainName> meant) implements Entry {}
}
