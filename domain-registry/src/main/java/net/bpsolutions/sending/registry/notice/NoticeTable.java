package net.bpsolutions.sending.registry.notice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is due and what has left, within the transaction that is open. Lock the registration before. */
@ApplicationScoped
class NoticeTable {

    private static final String PLAN = """
            insert into registry.notice_due (registration_id, sequence, step, due_at)
            select id, :sequence, :step, :dueAt from registry.registration
             where id = :id and contact_email is not null and not notices_off
                on conflict (registration_id)
                do update set sequence = excluded.sequence, step = excluded.step, due_at = excluded.due_at""";

    /** Registrations are locked first by whoever locks; the row of what is due is read after. */
    private static final String CLAIM = """
            select r.id, r.contact_email, d.sequence, d.step
              from registry.notice_due d join registry.registration r on r.id = d.registration_id
             where d.due_at <= :now
             order by d.due_at
             limit 1
               for update of r skip locked""";

    private static final String BOOK = """
            insert into registry.notice (registration_id, sequence, step, kind, sent_at)
            values (:id, :sequence, :step, :kind, :now)
                on conflict do nothing""";

    private static final String LATELY_OF_KIND = """
            select count(*) from registry.notice
             where registration_id = :id and kind = :kind and sent_at > :after""";

    private static final String LATELY_TO_CONTACT = """
            select count(*) from registry.notice n join registry.registration r on r.id = n.registration_id
             where r.contact_email = :contact and n.sent_at > :after""";

    /**
     * A notice whose time has come.
     *
     * @param sequence of the transition it tells of
     * @param step 0 for the transition itself, then the nudges
     */
    record Due(UUID registrationId, String contact, long sequence, int step) {}

    /** The next notice of the registration; replaces what was due. Nothing without a contact who wants to hear. */
    Uni<Void> plan(UUID registrationId, long sequence, int step, Instant dueAt) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(PLAN)
                        .setParameter("id", registrationId)
                        .setParameter("sequence", sequence)
                        .setParameter("step", step)
                        .setParameter("dueAt", dueAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Nothing is due any more. */
    Uni<Void> forget(UUID registrationId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "delete from registry.notice_due where registration_id = :id")
                        .setParameter("id", registrationId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Locks a registration whose notice is due, but none that another replica has at hand. */
    Uni<Optional<Due>> claim(Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(CLAIM, Tuple.class)
                        .setParameter("now", now)
                        .getResultList())
                .map(NoticeTable::first);
    }

    /** Books a notice as sent; false when it was before. */
    Uni<Boolean> book(Due due, NoticeKind kind, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(BOOK)
                        .setParameter("id", due.registrationId())
                        .setParameter("sequence", due.sequence())
                        .setParameter("step", due.step())
                        .setParameter("kind", kind.name())
                        .setParameter("now", now)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** How many notices of the kind the registration had within {@code window}. */
    Uni<Long> lately(UUID registrationId, NoticeKind kind, Instant now, Duration window) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LATELY_OF_KIND, Long.class)
                        .setParameter("id", registrationId)
                        .setParameter("kind", kind.name())
                        .setParameter("after", now.minus(window))
                        .getSingleResult());
    }

    /** How many notices went to the address within {@code window}, about whatever domain. */
    Uni<Long> lately(String contact, Instant now, Duration window) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LATELY_TO_CONTACT, Long.class)
                        .setParameter("contact", contact)
                        .setParameter("after", now.minus(window))
                        .getSingleResult());
    }

    private static Optional<Due> first(List<Tuple> rows) {
        return rows.stream()
                .findFirst()
                .map(row -> new Due(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, Number.class).longValue(),
                        row.get(3, Number.class).intValue()));
    }
}
