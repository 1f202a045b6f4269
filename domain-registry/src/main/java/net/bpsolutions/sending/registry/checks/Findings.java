package net.bpsolutions.sending.registry.checks;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Registrations;

/** Applies what DNS said to every registration of the domain, and decides at once. */
@ApplicationScoped
class Findings {

    private final Registrations registrations;
    private final PastChecks past;
    private final Sample sample;
    private final Verdict verdict;

    Findings(Registrations registrations, PastChecks past, Sample sample, Verdict verdict) {
        this.registrations = registrations;
        this.past = past;
        this.sample = sample;
        this.verdict = verdict;
    }

    Uni<Void> apply(DnsChecked check) {
        return sample.hear(check)
                .flatMap(_ -> registrations.lockAll(check.domain()))
                .flatMap(all -> fresh(check, all))
                .flatMap(fresh -> sample.take(
                                fresh.stream().map(Kept::registration).toList(), check)
                        .flatMap(frozen -> apply(check, fresh, frozen)));
    }

    /** The registrations that have not seen the check yet, so that a redelivered one counts nowhere. */
    private Uni<List<Kept>> fresh(DnsChecked check, List<Registration> all) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(registration -> past.keep(registration.id(), check)
                        .map(kept -> kept.map(pastCheck -> new Kept(registration, pastCheck))))
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private Uni<Void> apply(DnsChecked check, List<Kept> fresh, boolean frozen) {
        return Multi.createFrom()
                .iterable(fresh)
                .onItem()
                .transformToUniAndConcatenate(kept ->
                        verdict.on(kept.registration(), check, frozen).invoke(moved -> kept.check().moved = moved))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private record Kept(Registration registration, PastCheck check) {}
}
