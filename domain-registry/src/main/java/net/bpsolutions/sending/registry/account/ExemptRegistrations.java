package net.bpsolutions.sending.registry.account;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import net.bpsolutions.sending.registry.history.History;
import net.bpsolutions.sending.registry.registration.Registrations;
import net.bpsolutions.sending.registry.registration.Rules;

/** Tells every registration of a clinic that its exemption began or ended. */
@ApplicationScoped
class ExemptRegistrations {

    private final Registrations registrations;
    private final Rules rules;
    private final History history;

    ExemptRegistrations(Registrations registrations, Rules rules, History history) {
        this.registrations = registrations;
        this.rules = rules;
        this.history = history;
    }

    Uni<Void> become(String clinicId, boolean exempt, UUID causeId, Instant now) {
        return registrations
                .lockAll(clinicId)
                .flatMap(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(
                                registration -> history.tell(registration.exempt(exempt, rules, causeId, now)))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }
}
