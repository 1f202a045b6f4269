package net.bpsolutions.sending.registry.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import net.bpsolutions.sending.registry.outbox.Outbox;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Dead letters leave through the outbox, so that none is lost while the broker is away. */
@ApplicationScoped
class DeadLetters {

    private static final String SUFFIX = ".domain-registry.dead-letter";

    private final Outbox outbox;
    private final InstantSource clock;

    DeadLetters(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Void> add(ConsumerRecord<?, ?> unhandled, Reading.Reason reason) {
        DeadLetter letter = DeadLetter.of(unhandled, reason, clock.instant());
        return outbox.appendDeadLetter(unhandled.topic() + SUFFIX, letter.headers(), letter);
    }
}
