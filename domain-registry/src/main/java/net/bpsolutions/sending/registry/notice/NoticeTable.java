package net.bpsolutions.sending.registry.notice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is due, within the transaction that is open. Lock the registration before. */
@ApplicationScoped
class NoticeTable {

    private static final String PLAN = """
            insert into registry.notice_due (registration_id, sequence, since, step, due_at)
            select id, :sequence, :since, :step, :dueAt from registry.registration
             where id = :id and registry.wants_notices(contact_email, domain)
                on conflict (registration_id)
                do update set sequence = excluded.sequence, since = excluded.since, step = excluded.step,
                              due_at = excluded.due_at""";

    /** Both rows are locked, so that what another replica has just done is seen. */
    private static final String CLAIM = """
            select d.registration_id, d.sequence, d.since, d.step, d.due_at, r.contact_email,
                   not registry.wants_notices(r.contact_email, r.domain)
              from registry.notice_due d join registry.registration r on r.id = d.registration_id
             where d.due_at <= :now
             order by d.due_at
             limit 1
               for update of r, d skip locked""";

    private static final String FORGET = "delete from registry.notice_due where registration_id = :id";

    /**
     * A notice on the calendar.
     *
     * @param sequence of the transition it tells of
     * @param since when that was
     * @param step 0 for the transition itself, then the nudges
     */
    record Calendar(UUID registrationId, long sequence, Instant since, int step, Instant dueAt) {

        Calendar later(Instant until) {
            return new Calendar(registrationId, sequence, since, step, until);
        }

        Calendar next(NoticePlan.Step next) {
            return new Calendar(registrationId, sequence, since, next.number(), next.dueAt());
        }
    }

    /**
     * A notice whose time has come.
     *
     * @param refused whether the contact wants no mails about the domain
     */
    record Due(Calendar entry, String contact, boolean refused) {}

    /** The next notice of the registration; replaces what was due. Nothing without a contact who wants to hear. */
    Uni<Void> plan(Calendar entry) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(PLAN)
                        .setParameter("id", entry.registrationId())
                        .setParameter("sequence", entry.sequence())
                        .setParameter("since", entry.since())
                        .setParameter("step", entry.step())
                        .setParameter("dueAt", entry.dueAt())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Nothing is due any more. */
    Uni<Void> forget(UUID registrationId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(FORGET)
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

    private static Optional<Due> first(List<Tuple> rows) {
        return rows.stream()
                .findFirst()
                .map(row -> new Due(
                        new Calendar(
                                row.get(0, UUID.class),
                                row.get(1, Number.class).longValue(),
                                row.get(2, OffsetDateTime.class).toInstant(),
                                row.get(3, Number.class).intValue(),
                                row.get(4, OffsetDateTime.class).toInstant()),
                        row.get(5, String.class),
                        row.get(6, Boolean.class)));
    }
}
