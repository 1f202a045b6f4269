package net.bpsolutions.sending.registry.republication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request to publish everything once more, and how far it has come: registrations first, then own accounts. */
@Entity
@Table(name = "republication", schema = "registry")
class Republication {

    @Id
    UUID id;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "after_id")
    @Nullable UUID afterId;

    @Column(name = "after_clinic")
    @Nullable String afterClinic;

    long published;

    @Column(name = "done_at")
    @Nullable Instant doneAt;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    Republication() {}

    Republication(UUID id, Instant requestedAt) {
        this.id = id;
        this.requestedAt = requestedAt;
        this.afterId = new UUID(0, 0);
    }
}
