package net.bpsolutions.sending.registry.notice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import net.bpsolutions.sending.registry.notice.NoticeTable.Calendar;
import net.bpsolutions.sending.registry.notice.NoticeTable.Due;

/** What has left, within the transaction that is open. */
@ApplicationScoped
class SentNotices {

    private static final String BOOK = """
            insert into registry.notice (registration_id, sequence, step, kind, sent_at)
            values (:id, :sequence, :step, :kind, :now)
                on conflict do nothing""";

    private static final String LATEST_OF_KIND = """
            select max(sent_at) from registry.notice
             where registration_id = :id and kind = :kind and (sequence, step) <> (:sequence, :step)""";

    private static final String LATEST_BUT_SOME = """
            select n.sent_at from registry.notice n join registry.registration r on r.id = n.registration_id
             where lower(r.contact_email) = lower(:contact)
             order by n.sent_at desc offset :some limit 1""";

    /** Books a notice as sent; false when it was before. */
    Uni<Boolean> book(Calendar entry, NoticeKind kind, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(BOOK)
                        .setParameter("id", entry.registrationId())
                        .setParameter("sequence", entry.sequence())
                        .setParameter("step", entry.step())
                        .setParameter("kind", kind.name())
                        .setParameter("now", now)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** When the registration had its last notice of the kind, but for this one. */
    Uni<Optional<Instant>> latest(Calendar entry, NoticeKind kind) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LATEST_OF_KIND, OffsetDateTime.class)
                        .setParameter("id", entry.registrationId())
                        .setParameter("kind", kind.name())
                        .setParameter("sequence", entry.sequence())
                        .setParameter("step", entry.step())
                        .getSingleResultOrNull())
                .map(latest -> Optional.ofNullable(latest).map(OffsetDateTime::toInstant));
    }

    /** When the address had the {@code count}th of its latest notices, about whatever domain. */
    Uni<Optional<Instant>> latest(Due due, int count) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LATEST_BUT_SOME, OffsetDateTime.class)
                        .setParameter("contact", due.contact())
                        .setParameter("some", count - 1)
                        .getSingleResultOrNull())
                .map(latest -> Optional.ofNullable(latest).map(OffsetDateTime::toInstant));
    }
}
