package net.bpsolutions.sending.registry.history;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.outbox.Outbox;
import net.bpsolutions.sending.registry.paging.Period;
import net.bpsolutions.sending.registry.paging.Slice;
import org.jboss.logging.Logger;

/** Keeps every transition, and tells the world of it within the same transaction. */
@ApplicationScoped
public class History implements PanacheRepositoryBase<PastTransition, PastTransition.Key> {

    private static final Logger LOG = Logger.getLogger(History.class);

    static final String LIST = "history";

    private final Outbox outbox;
    private final MeterRegistry metrics;
    private final List<TransitionFollower> followers;

    History(Outbox outbox, MeterRegistry metrics, @All List<TransitionFollower> followers) {
        this.outbox = outbox;
        this.metrics = metrics;
        this.followers = followers;
    }

    /** Keeps and publishes, when there was a move. */
    public Uni<Void> tell(Optional<Transition> moved) {
        return moved.map(this::tell).orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Keeps and publishes. */
    public Uni<Void> tell(Transition transition) {
        SenderStatus event = transition.event();
        note(transition);
        return Panache.getSession()
                .flatMap(session -> session.persist(new PastTransition(transition)))
                .flatMap(_ ->
                        outbox.append(Topic.SENDER_STATUS, SenderStatus.key(event.clinicId(), event.domain()), event))
                .flatMap(_ -> follow(transition));
    }

    private Uni<Void> follow(Transition transition) {
        return Multi.createFrom()
                .iterable(followers)
                .onItem()
                .transformToUniAndConcatenate(follower -> follower.follow(transition))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** The latest transitions of a registration, latest first. */
    public Uni<List<HistoryJson>> latest(UUID registrationId, int limit) {
        Period always = new Period();
        return before(registrationId, Long.MAX_VALUE, always.since(), always.until(), limit)
                .map(slice -> slice.items().stream().map(HistoryJson::of).toList());
    }

    /** Past transitions before {@code sequence}, from {@code since} until before {@code until}, latest first. */
    Uni<Slice<PastTransition>> before(UUID registrationId, long sequence, Instant since, Instant until, int limit) {
        return find(
                        "key.registrationId = ?1 and key.sequence < ?2 and occurredAt >= ?3 and occurredAt < ?4"
                                + " order by key.sequence desc",
                        registrationId,
                        sequence,
                        since,
                        until)
                .range(0, limit)
                .list()
                .map(found -> Slice.of(found, limit, LIST, last -> Long.toString(last.key.sequence())));
    }

    /** Logs and counts a transition that was kept and published. */
    public void note(Transition transition) {
        LOG.infof(
                "domainId=%s domain=%s status=%s sendingAs=%s sequence=%d cause=%s",
                transition.subject().domainId(),
                transition.subject().domain(),
                transition.status(),
                transition.sendingAs(),
                transition.sequence(),
                transition.cause().code());
        metrics.counter(
                        "state_transitions",
                        "to",
                        transition.status().name(),
                        "cause",
                        transition.cause().code())
                .increment();
    }
}
