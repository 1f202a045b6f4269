package net.bpsolutions.sending.registry.registration;

import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordType;

/**
 * A registration that was removed.
 *
 * @param recordsToRemove what may go from the zone now; the DMARC record stays, since it protects the domain
 */
public record RemovedJson(UUID id, String clinicId, String domain, List<LeftoverJson> recordsToRemove) {

    /**
     * A record that is not needed any more.
     *
     * @param value the record's value, or the part of it that is to be taken out of an SPF record
     */
    public record LeftoverJson(Purpose purpose, RecordType type, String name, String value) {}
}
