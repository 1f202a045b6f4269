package net.bpsolutions.sending.verifier.lookup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of one question (RFC 2308: a name that does not exist is not a name without that type). */
public sealed interface Lookup {

    /**
     * Records of the type asked for.
     *
     * @param rrset a TXT record is its joined character-strings; a name is lower case and has no trailing dot
     * @param ttl in seconds; null when the client cannot tell
     */
    record Answer(List<String> rrset, @Nullable Long ttl) implements Lookup {
        /** Copies the list. */
        public Answer {
            rrset = List.copyOf(rrset);
        }
    }

    /**
     * The owner name is a CNAME, and another type was asked for.
     *
     * @param target where to ask next
     * @param ttl in seconds; null when the client cannot tell
     */
    record Alias(String target, @Nullable Long ttl) implements Lookup {}

    /** The name exists, the type does not (NODATA). */
    record NoData() implements Lookup {}

    /** RCODE 3, NXDOMAIN. */
    record NoSuchDomain() implements Lookup {}

    /**
     * Could not be determined.
     *
     * @param reason why
     * @param detail which servers, or what they said; may be empty
     */
    record Unavailable(Reason reason, String detail) implements Lookup {}

    /** The records, or none where there are none or none could be had. */
    default List<String> records() {
        return this instanceof Answer(var rrset, var _) ? rrset : List.of();
    }
}
