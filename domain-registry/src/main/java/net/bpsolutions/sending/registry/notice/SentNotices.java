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

    private static final String KEEP =
            "insert into registry.notice_to (contact, sent_at) values (registry.contact_digest(:contact), :now)";

    private static final String LATEST_BUT_SOME = """
            select sent_at from registry.notice_to
             where contact = registry.contact_digest(:contact)
             order by sent_at desc offset :some limit 1""";

    /** Books a notice as sent; false when it was before. */
    Uni<Boolean> book(Due due, NoticeKind kind, Instant now) {
        Calendar entry = due.entry();
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(BOOK)
                        .setParameter("id", entry.registrationId())
                        .setParameter("sequence", entry.sequence())
                        .setParameter("step", entry.step())
                        .setParameter("kind", kind.name())
                        .setParameter("now", now)
                        .executeUpdate())
                .map(rows -> rows == 1)
                .call(isNew ->
                        isNew ? keep(due.contact(), now) : Uni.createFrom().voidItem());
    }

    /** For the limit of the address, which a registration that is removed does not give back. */
    private static Uni<Integer> keep(String contact, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(KEEP)
                        .setParameter("contact", contact)
                        .setParameter("now", now)
                        .executeUpdate());
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

    /** When the address had the {@code count}th of its latest notices, about whatever domain, within about a day. */
    Uni<Optional<Instant>> latest(Due due, int count) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LATEST_BUT_SOME, OffsetDateTime.class)
                        .setParameter("contact", due.contact())
                        .setParameter("some", count - 1)
                        .getSingleResultOrNull())
                .map(latest -> Optional.ofNullable(latest).map(OffsetDateTime::toInstant));
    }
}
