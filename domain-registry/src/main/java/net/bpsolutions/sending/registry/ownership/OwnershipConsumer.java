package net.bpsolutions.sending.registry.ownership;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.events.VerificationCompleted;
import net.bpsolutions.sending.registry.intake.EventKind;
import net.bpsolutions.sending.registry.intake.Intake;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in proofs of ownership. */
@ApplicationScoped
class OwnershipConsumer {

    private static final EventKind<VerificationCompleted> KIND = EventKind.of(
            VerificationCompleted.class, "id", "occurredAt", "domainId", "clinicId", "domain", "method", "evidence");

    private final Intake intake;
    private final Ownership ownership;

    OwnershipConsumer(Intake intake, Ownership ownership) {
        this.intake = intake;
        this.ownership = ownership;
    }

    @Incoming("verification-completed")
    Uni<Void> take(ConsumerRecord<String, byte[]> taken) {
        return intake.take(taken, KIND, ownership::completed);
    }
}
