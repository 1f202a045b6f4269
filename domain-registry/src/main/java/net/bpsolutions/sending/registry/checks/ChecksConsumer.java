package net.bpsolutions.sending.registry.checks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.events.CheckSuggested;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.registry.intake.EventKind;
import net.bpsolutions.sending.registry.intake.Intake;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what DNS said, and what mail feedback suggests to look at. */
@ApplicationScoped
class ChecksConsumer {

    private static final EventKind<DnsChecked> CHECKED =
            EventKind.of(DnsChecked.class, "id", "occurredAt", "causeId", "domain", "records", "nameservers");
    private static final EventKind<CheckSuggested> SUGGESTED =
            EventKind.of(CheckSuggested.class, "id", "occurredAt", "clinicId", "domain", "reason");

    private final Intake intake;
    private final Findings findings;
    private final Suggestions suggestions;

    ChecksConsumer(Intake intake, Findings findings, Suggestions suggestions) {
        this.intake = intake;
        this.findings = findings;
        this.suggestions = suggestions;
    }

    @Incoming("dns-checked")
    Uni<Void> checked(ConsumerRecord<String, byte[]> taken) {
        return intake.take(taken, CHECKED, findings::apply);
    }

    @Incoming("check-suggested")
    Uni<Void> suggested(ConsumerRecord<String, byte[]> taken) {
        return intake.take(taken, SUGGESTED, suggestions::consider);
    }
}
