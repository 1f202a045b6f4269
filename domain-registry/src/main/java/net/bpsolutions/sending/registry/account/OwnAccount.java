package net.bpsolutions.sending.registry.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.registry.lifecycle.Cause;
import net.bpsolutions.sending.registry.outbox.EventIds;

/** Whether a clinic has a provider account of its own; outlives the exemption, so that its sequence goes on. */
@Entity
@Table(name = "own_account", schema = "registry")
class OwnAccount {

    @Id
    @Column(name = "clinic_id")
    String clinicId;

    boolean exempt;

    long sequence;

    Instant since;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    OwnAccount() {}

    OwnAccount(String clinicId, Instant now) {
        this.clinicId = clinicId;
        this.since = now;
    }

    /** The exemption begins or ends; false when nothing changes. */
    boolean become(boolean wanted, Instant now) {
        if (exempt == wanted) {
            return false;
        }
        exempt = wanted;
        since = now;
        sequence++;
        return true;
    }

    /** The cause of the event when it is published again: always the same for the same exemption. */
    UUID republished() {
        return UUID.nameUUIDFromBytes(("own-account/" + clinicId + "/" + sequence).getBytes(UTF_8));
    }

    /** Stands for every domain of the clinic that has no record of its own. */
    SenderStatus event(UUID causeId) {
        return new SenderStatus(
                EventIds.derived(causeId, "sender-status/any"),
                since,
                sequence,
                UUID.nameUUIDFromBytes(("own-account/" + clinicId).getBytes(UTF_8)),
                clinicId,
                SenderStatus.ANY_DOMAIN,
                DomainStatus.PENDING,
                SendingAs.OWN_ACCOUNT,
                null,
                Cause.OWN_ACCOUNT.code());
    }
}
