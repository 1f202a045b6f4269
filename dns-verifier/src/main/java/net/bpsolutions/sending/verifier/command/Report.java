package net.bpsolutions.sending.verifier.command;

import net.bpsolutions.sending.events.DnsChecked;

/** Tells what was found, one domain after the other. */
interface Report {

    /** The text for one domain. */
    String of(DnsChecked checked);

    /** The text after the last one. */
    String end();
}
