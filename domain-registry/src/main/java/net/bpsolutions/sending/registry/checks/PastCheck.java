package net.bpsolutions.sending.registry.checks;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.registry.column.NamesColumn;
import net.bpsolutions.sending.registry.column.VerdictsColumn;
import org.jspecify.annotations.Nullable;

/** What DNS said, as it is kept. */
@Entity
@Table(name = "past_check", schema = "registry")
class PastCheck {

    @EmbeddedId
    Key key;

    @Column(name = "cause_id")
    UUID causeId;

    @Column(name = "checked_at")
    Instant checkedAt;

    @Convert(converter = VerdictsColumn.class)
    List<RecordCheck> verdicts;

    @Convert(converter = NamesColumn.class)
    List<String> nameservers;

    @Column(name = "dns_host")
    @Nullable String dnsHost;

    boolean moved;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    PastCheck() {}

    PastCheck(UUID registrationId, DnsChecked check) {
        this.key = new Key(registrationId, check.id());
        this.causeId = check.causeId();
        this.checkedAt = check.occurredAt();
        this.verdicts = check.records();
        this.nameservers = check.nameservers();
        this.dnsHost = check.dnsHost();
    }

    /** The registration and the event. */
    @Embeddable
    record Key(
            @Column(name = "registration_id") UUID registrationId,
            @Column(name = "event_id") UUID eventId) {}
}
