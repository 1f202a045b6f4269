package net.bpsolutions.sending.verifier.dmarc;

import java.util.List;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Trail;

/**
 * What was seen around a domain that has no record of its own.
 *
 * @param domain the domain
 * @param organizational its organizational domain by the public suffixes
 * @param above TXT at {@code _dmarc} of each parent, nearest first
 * @param strays TXT where records go astray
 * @param itself TXT at the domain itself
 */
record Elsewhere(String domain, String organizational, List<TreeWalk.Step> above, List<Stray> strays, Lookup itself) {

    /**
     * A place where a record may have gone by mistake.
     *
     * @param code what it means when one is there
     */
    record Stray(String name, Trail text, FindingCode code) {}

    /** Whether the domain exists: {@code sp} then goes before {@code np} (RFC 9989 §3.2.13). */
    boolean exists() {
        return !(itself instanceof Lookup.NoSuchDomain);
    }
}
