package net.bpsolutions.sending.gateway.checks;

import net.bpsolutions.sending.gateway.deadletter.Unreadable;

/** What came of reading a {@code dns-checked} record. */
sealed interface CheckReading {

    /** Could be read; a check of no required record says nothing here. */
    record Checked(CheckedDomain domain) implements CheckReading {}

    record Refused(Unreadable reason) implements CheckReading {}
}
