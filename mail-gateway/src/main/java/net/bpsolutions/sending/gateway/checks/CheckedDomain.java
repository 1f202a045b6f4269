package net.bpsolutions.sending.gateway.checks;

import java.time.Duration;
import java.time.Instant;
import net.bpsolutions.sending.events.DomainName;

/**
 * A domain as the latest check found it.
 *
 * @param at when it was checked, in microseconds as the database keeps it
 * @param records the records it needs
 */
record CheckedDomain(DomainName domain, Instant at, RequiredRecords records) {

    /** So often a domain that stays as it should be is written anew, to tell it from one that nobody looks at. */
    private static final Duration REFRESHED_EVERY = Duration.ofDays(7);

    /** What is known after {@code check}, too. An older one says nothing new, nor does one that determined nothing new. */
    CheckedDomain then(CheckedDomain check) {
        if (!check.at.isAfter(at)) {
            return this;
        }
        RequiredRecords seen = check.records.after(records);
        boolean nothingNew = seen.equals(records) && !seen.equals(check.records);
        return nothingNew ? this : new CheckedDomain(domain, check.at, seen);
    }

    /**
     * Whether this must be written where {@code stored} is: domains that stay as they should be are by far the most. Of
     * others the time counts as well, lest an older check that comes late has the last word.
     */
    boolean replaces(CheckedDomain stored) {
        return at.isAfter(stored.at)
                && (!records.equals(stored.records)
                        || !(records.missing() instanceof MissingRecords.None)
                        || !at.isBefore(stored.at.plus(REFRESHED_EVERY)));
    }
}
