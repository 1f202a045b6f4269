package net.bpsolutions.sending.gateway.authentication;

import net.bpsolutions.sending.events.DomainName;

/** What a server that we trust found out about a mail that was not sent to us directly. */
public interface TrustedResults {

    /** The results as far as they are about this domain of the header From. */
    Authentication about(DomainName author);
}
