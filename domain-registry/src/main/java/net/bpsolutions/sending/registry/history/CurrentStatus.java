package net.bpsolutions.sending.registry.history;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** The last event of every registration, published again as it was. */
@ApplicationScoped
public class CurrentStatus {

    /** The rows are locked, so that no later event can be overtaken. */
    private static final String PAGE = """
            select r.id, r.clinic_id, r.domain, r.sequence, t.event_id, t.occurred_at, t.status, t.sending_as,
                   t.previous_status, t.cause
              from registry.registration r
              join registry.past_transition t on t.registration_id = r.id and t.sequence = r.sequence
             where r.id > :after
             order by r.id
             limit :limit
               for update of r""";

    private final Outbox outbox;

    CurrentStatus(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * A page.
     *
     * @param published how many events
     * @param last where to go on; empty at the end
     */
    public record Page(int published, Optional<UUID> last) {}

    /** Publishes the last event of registrations after {@code after}, in the order of their ids. */
    public Uni<Page> republish(UUID after, int limit) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(PAGE, Object[].class)
                        .setParameter("after", after)
                        .setParameter("limit", limit)
                        .getResultList())
                .map(rows -> rows.stream().map(CurrentStatus::event).toList())
                .call(this::append)
                .map(events -> new Page(
                        events.size(),
                        events.size() < limit
                                ? Optional.empty()
                                : Optional.of(events.getLast().domainId())));
    }

    private Uni<Void> append(List<SenderStatus> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event ->
                        outbox.append(Topic.SENDER_STATUS, SenderStatus.key(event.clinicId(), event.domain()), event))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static SenderStatus event(Object[] row) {
        @Nullable Object previous = row[8];
        return new SenderStatus(
                (UUID) row[4],
                ((OffsetDateTime) row[5]).toInstant(),
                ((Number) row[3]).longValue(),
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                DomainStatus.valueOf((String) row[6]),
                SendingAs.valueOf((String) row[7]),
                previous == null ? null : DomainStatus.valueOf((String) previous),
                (String) row[9]);
    }
}
