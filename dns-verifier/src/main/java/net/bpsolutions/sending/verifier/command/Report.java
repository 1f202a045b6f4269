package net.bpsolutions.sending.verifier.command;

import net.bpsolutions.sending.events.DnsChecked;

/** Tells what was found, one domain after the other. */
interface Report {

    void tell(DnsChecked checked);
}
