package net.bpsolutions.sending.verifier.check;

import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.CheckReason;
import net.bpsolutions.sending.events.DnsCheckRequested;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.DomainRegistered;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.verifier.lookup.OwnerName;

/**
 * What is to be checked, whoever asks.
 *
 * @param causeId the event that asks
 * @param domain the clinic's domain
 * @param expected every record to look for
 * @param routine nobody waits for it and all was well before, as far as anybody knows
 */
public record CheckRequest(UUID causeId, DomainName domain, List<ExpectedRecord> expected, boolean routine) {

    private static final int MOST_RECORDS = 32;

    /**
     * Refuses what nobody can check.
     *
     * @throws IllegalArgumentException when it cannot be checked: too many records, or an owner name nobody can ask for
     */
    public CheckRequest {
        expected = List.copyOf(expected);
        if (expected.size() > MOST_RECORDS) {
            throw new IllegalArgumentException("more than " + MOST_RECORDS + " records");
        }
        if (expected.stream().anyMatch(each -> !OwnerName.isValid(OwnerName.canonical(each.name())))) {
            throw new IllegalArgumentException("an owner name is not valid");
        }
    }

    /** A registration is checked at once. */
    public static CheckRequest of(DomainRegistered registered) {
        return new CheckRequest(registered.id(), registered.domain(), registered.expected(), false);
    }

    /** As asked. */
    public static CheckRequest of(DnsCheckRequested requested) {
        boolean routine =
                requested.reason() != CheckReason.ON_DEMAND && requested.reason() != CheckReason.DELIVERY_FEEDBACK;
        return new CheckRequest(requested.id(), requested.domain(), requested.expected(), routine);
    }
}
