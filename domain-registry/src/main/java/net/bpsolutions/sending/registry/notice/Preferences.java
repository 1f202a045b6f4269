package net.bpsolutions.sending.registry.notice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.registration.DomainQueries;
import net.bpsolutions.sending.registry.registration.Registration;
import org.hibernate.reactive.mutiny.Mutiny;

/** Whether the contact of a domain wants to hear of it. A refusal outlives the registration. */
@ApplicationScoped
class Preferences {

    private static final String FIND = """
            select domain, contact_email,
                   not registry.wants_notices(contact_email, domain)
              from registry.registration where id = :id and contact_email is not null""";

    private static final String REFUSE = """
            insert into registry.notice_refusal (subject, refused_at)
            values (registry.notice_subject(:contact, :domain), :now) on conflict do nothing""";

    private static final String ACCEPT =
            "delete from registry.notice_refusal where subject = registry.notice_subject(:contact, :domain)";

    private static final String FORGET = "delete from registry.notice_due where registration_id = :id";

    private final UnitOfWork unitOfWork;
    private final DomainQueries queries;
    private final InstantSource clock;

    Preferences(UnitOfWork unitOfWork, DomainQueries queries, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * What the contact of a domain said.
     *
     * @param refused whether it wants no mails about the domain
     */
    record Preference(String domain, String contact, boolean refused) {}

    /** What the contact of the domain that a setup page belongs to said; empty without a contact. */
    Uni<Optional<Preference>> of(String token) {
        return with(token, id -> unitOfWork.read(() -> Panache.getSession().flatMap(session -> find(session, id, ""))));
    }

    /** Refuses notices, or takes them again from the next transition on. */
    Uni<Optional<Preference>> set(String token, boolean refused) {
        return with(
                token, id -> unitOfWork.run(() -> Panache.getSession().flatMap(session -> set(session, id, refused))));
    }

    private Uni<Optional<Preference>> with(String token, Function<UUID, Uni<Optional<Preference>>> work) {
        return queries.bySetupToken(token)
                .flatMap(found -> found.map(Registration::id)
                        .map(work)
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Preference>> set(Mutiny.Session session, UUID id, boolean refused) {
        return find(session, id, " for update")
                .call(found -> found.map(before -> set(session, id, before, refused))
                        .orElseGet(() -> Uni.createFrom().item(0)))
                .map(found -> found.map(before -> new Preference(before.domain(), before.contact(), refused)));
    }

    private Uni<Integer> set(Mutiny.Session session, UUID id, Preference before, boolean refused) {
        return refused ? refuse(session, id, before) : accept(session, before);
    }

    private Uni<Integer> refuse(Mutiny.Session session, UUID id, Preference before) {
        return session.createNativeQuery(REFUSE)
                .setParameter("contact", before.contact())
                .setParameter("domain", before.domain())
                .setParameter("now", clock.instant())
                .executeUpdate()
                .flatMap(_ ->
                        session.createNativeQuery(FORGET).setParameter("id", id).executeUpdate());
    }

    private static Uni<Integer> accept(Mutiny.Session session, Preference before) {
        return session.createNativeQuery(ACCEPT)
                .setParameter("contact", before.contact())
                .setParameter("domain", before.domain())
                .executeUpdate();
    }

    private static Uni<Optional<Preference>> find(Mutiny.Session session, UUID id, String lock) {
        return session.createNativeQuery(FIND + lock, Tuple.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row)
                        .map(found -> new Preference(
                                found.get(0, String.class), found.get(1, String.class), found.get(2, Boolean.class))));
    }
}
