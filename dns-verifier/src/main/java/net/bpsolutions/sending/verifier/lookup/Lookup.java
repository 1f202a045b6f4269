package net.bpsolutions.sending.verifier.lookup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of one question (RFC 2308: a name that does not exist is not a name without that type). */
public sealed interface Lookup {

    /**
     * Records of the type asked for.
     *
     * @param rrset a TXT record is its joined character-strings; a name is lower case and has no trailing dot; an MX
     *     record is its preference, a space and the name of the exchange
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

    /**
     * The name exists, the type does not (NODATA).
     *
     * @param ttl for how long a resolver may remember that, in seconds (RFC 2308 §5); null when the client cannot tell
     */
    record NoData(@Nullable Long ttl) implements Lookup {
        /** For how long is not known. */
        public NoData() {
            this(null);
        }
    }

    /**
     * RCODE 3, NXDOMAIN.
     *
     * @param ttl for how long a resolver may remember that, in seconds (RFC 2308 §5); null when the client cannot tell
     */
    record NoSuchDomain(@Nullable Long ttl) implements Lookup {
        /** For how long is not known. */
        public NoSuchDomain() {
            this(null);
        }
    }

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

    /** For how long a resolver may hold it, in seconds; null when the client cannot tell, or there is nothing to hold. */
    default @Nullable Long ttl() {
        return switch (this) {
            case Answer(var _, Long seconds) -> seconds;
            case Alias(var _, Long seconds) -> seconds;
            case NoData(Long seconds) -> seconds;
            case NoSuchDomain(Long seconds) -> seconds;
            case Unavailable _ -> null;
        };
    }
}
