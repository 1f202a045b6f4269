package net.bpsolutions.sending.verifier.examination;

import java.util.List;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;

/** Who answers for a name. */
sealed interface Authority {

    /**
     * A zone whose servers answer.
     *
     * @param apex its owner name
     * @param nameservers the names in its NS RRset
     * @param answering the servers that are alive and authoritative; one at least
     * @param faulty the others, each with what is wrong with it
     */
    record Zone(String apex, List<String> nameservers, List<Server> answering, List<Lookup.Unavailable> faulty)
            implements Authority {}

    /**
     * Nobody, as far as can be seen.
     *
     * @param nameservers the names in the NS RRset, when that was seen
     */
    record Nobody(List<String> nameservers, Lookup.Unavailable reason) implements Authority {}

    /**
     * A server that may be asked.
     *
     * @param name what the NS record says, or the address where there is none
     */
    record Server(String name, ServerAddress address) {}
}
