package net.bpsolutions.sending.registry.registration;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainName;

/** The registrations. Whoever locks several locks them in the order of their ids. */
@ApplicationScoped
public class Registrations implements PanacheRepositoryBase<Registration, UUID> {

    private static final String DUE = """
            select id from registry.registration
             where next_check_at <= :now and urgent = :urgent
             order by next_check_at
             limit :batch
               for update skip locked""";

    /** The registration, or 404. */
    public Uni<Registration> require(UUID id) {
        return findById(id).onItem().ifNull().failWith(NotFoundException::new);
    }

    /** The registration with its row locked, or 404. */
    public Uni<Registration> requireLocked(UUID id) {
        return lock(id).map(found -> found.orElseThrow(NotFoundException::new));
    }

    /** The registration with its row locked. */
    public Uni<Optional<Registration>> lock(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(found -> Optional.ofNullable(found));
    }

    /** Every registration of a domain, locked. */
    public Uni<List<Registration>> lockAll(DomainName domain) {
        return find("domain = ?1 order by id", domain.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Every registration of a clinic, locked. */
    public Uni<List<Registration>> lockAll(String clinicId) {
        return find("clinicId = ?1 order by id", clinicId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The registration of a domain by a clinic. */
    public Uni<Optional<Registration>> of(String clinicId, DomainName domain) {
        return find("clinicId = ?1 and domain = ?2", clinicId, domain.value())
                .firstResult()
                .map(found -> Optional.ofNullable(found));
    }

    Uni<Optional<Registration>> bySetupToken(String token) {
        return find("setupToken", token).firstResult().map(found -> Optional.ofNullable(found));
    }

    /** Registrations of the domains whose ownership is not proven, oldest first. */
    public Uni<List<Registration>> unproven(Collection<String> domains) {
        return list("domain in ?1 and proof is null order by registeredAt, id", domains);
    }

    /** Locks registrations whose check is longest due, but none that another replica has at hand. */
    public Uni<List<Registration>> claimDue(Instant now, boolean urgent, int batch) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(DUE, UUID.class)
                        .setParameter("now", now)
                        .setParameter("urgent", urgent)
                        .setParameter("batch", batch)
                        .getResultList())
                .flatMap(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("id in ?1", ids));
    }
}
