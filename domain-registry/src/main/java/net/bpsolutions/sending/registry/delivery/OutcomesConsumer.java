package net.bpsolutions.sending.registry.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.registry.intake.EventKind;
import net.bpsolutions.sending.registry.intake.Intake;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Counts what became of mails. Who received them is not looked at. */
@ApplicationScoped
class OutcomesConsumer {

    private static final EventKind<SendOutcome> OUTCOME =
            EventKind.of(SendOutcome.class, "id", "occurredAt", "clinicId", "outcome");

    private final Intake intake;
    private final DeliveryCounts counts;

    OutcomesConsumer(Intake intake, DeliveryCounts counts) {
        this.intake = intake;
        this.counts = counts;
    }

    @Incoming("send-outcomes")
    Uni<Void> outcomes(ConsumerRecords<String, byte[]> taken) {
        return intake.takeTogether(taken, OUTCOME, counts::count);
    }
}
