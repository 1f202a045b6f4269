package net.bpsolutions.sending.registry.checks;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.registry.history.History;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Registrations;
import net.bpsolutions.sending.registry.registration.Rules;

/** Applies what DNS said to every registration of the domain, and decides at once. */
@ApplicationScoped
class Findings {

    private final Registrations registrations;
    private final PastChecks past;
    private final Verdict verdict;

    Findings(Registrations registrations, PastChecks past, Verdict verdict) {
        this.registrations = registrations;
        this.past = past;
        this.verdict = verdict;
    }

    Uni<Void> apply(DnsChecked check) {
        return registrations
                .lockAll(check.domain())
                .flatMap(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(registration -> apply(check, registration))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    private Uni<Void> apply(DnsChecked check, Registration registration) {
        return past.keep(registration.id(), check)
                .flatMap(isNew -> isNew
                        ? verdict.on(registration, check)
                        : Uni.createFrom().voidItem());
    }

    /** What a check does to a registration. */
    @ApplicationScoped
    static class Verdict {

        private final Rules rules;
        private final History history;
        private final InstantSource clock;

        Verdict(Rules rules, History history, InstantSource clock) {
            this.rules = rules;
            this.history = history;
            this.clock = clock;
        }

        Uni<Void> on(Registration registration, DnsChecked check) {
            return history.tell(registration.checked(check, rules, clock.instant()));
        }
    }
}
