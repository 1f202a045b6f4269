package net.bpsolutions.sending.registry.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import net.bpsolutions.sending.events.Event;
import net.bpsolutions.sending.registry.outbox.TemporaryFault;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Handles records: in a transaction of their own, again for as long as the database is away, and into the dead-letter
 * topic what can never be handled. Whatever becomes of it, a record is done.
 */
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final UnitOfWork unitOfWork;
    private final EventReader reader;
    private final DeadLetters deadLetters;
    private final MeterRegistry metrics;

    Intake(UnitOfWork unitOfWork, EventReader reader, DeadLetters deadLetters, MeterRegistry metrics) {
        this.unitOfWork = unitOfWork;
        this.reader = reader;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** Reads the record as {@code kind} and hands the event to {@code handler}. */
    public <T extends Event> Uni<Void> take(
            ConsumerRecord<String, byte[]> taken, EventKind<T> kind, Function<T, Uni<Void>> handler) {
        return switch (read(taken, kind)) {
            case Reading.Understood<T>(var event) ->
                patiently(() -> unitOfWork.run(() -> handler.apply(event)))
                        .onFailure()
                        .recoverWithUni(failure -> {
                            LOG.errorf(failure, "topic=%s eventId=%s cannot be processed", taken.topic(), event.id());
                            return park(taken, Reading.Reason.PROCESSING_FAILED);
                        });
            case Reading.Refused<T>(var reason) -> park(taken, reason);
        };
    }

    /**
     * Hands the events of many records together to {@code statement}, which is a transaction of its own. When there is one
     * among them that cannot be handled, each is handled alone.
     */
    public <T extends Event> Uni<Void> takeTogether(
            Iterable<ConsumerRecord<String, byte[]>> taken, EventKind<T> kind, Function<List<T>, Uni<Void>> statement) {
        List<T> events = new ArrayList<>();
        int refused = 0;
        for (ConsumerRecord<String, byte[]> one : taken) {
            switch (read(one, kind)) {
                case Reading.Understood<T>(var event) -> events.add(event);
                case Reading.Refused<T> _ -> refused++;
            }
        }
        return refused > 0
                ? takeEach(taken, kind, statement)
                : patiently(() -> unitOfWork.alone(() -> statement.apply(events)))
                        .onFailure()
                        .recoverWithUni(() -> takeEach(taken, kind, statement));
    }

    private <T extends Event> Uni<Void> takeEach(
            Iterable<ConsumerRecord<String, byte[]>> taken, EventKind<T> kind, Function<List<T>, Uni<Void>> statement) {
        return Multi.createFrom()
                .iterable(taken)
                .onItem()
                .transformToUniAndConcatenate(one -> take(one, kind, event -> statement.apply(List.of(event))))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private <T extends Event> Reading<T> read(ConsumerRecord<String, byte[]> taken, EventKind<T> kind) {
        return reader.read(taken.value() == null ? new byte[0] : taken.value(), kind.type(), kind.required());
    }

    private Uni<Void> park(ConsumerRecord<?, ?> unhandled, Reading.Reason reason) {
        LOG.warnf(
                "topic=%s partition=%d offset=%d reason=%s goes to the dead-letter topic",
                unhandled.topic(), unhandled.partition(), unhandled.offset(), reason);
        metrics.counter("parked_records", "reason", reason.name()).increment();
        return patiently(() -> unitOfWork.run(() -> deadLetters.add(unhandled, reason)));
    }

    private static Uni<Void> patiently(Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure(TemporaryFault::is)
                .retry()
                .withBackOff(SHORTEST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }
}
