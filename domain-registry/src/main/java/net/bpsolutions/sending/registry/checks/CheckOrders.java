package net.bpsolutions.sending.registry.checks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.CheckReason;
import net.bpsolutions.sending.events.DnsCheckRequested;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.outbox.Outbox;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Registrations;
import net.bpsolutions.sending.registry.registration.Rules;

/** Asks the verifier for checks, within the transaction that is open; one check serves every claimant of a domain. */
@ApplicationScoped
class CheckOrders {

    /** Claimants whose tokens are looked for at once; those who ask come first. */
    private static final int CLAIMANTS = 20;

    private final Outbox outbox;
    private final Registrations registrations;
    private final Rules rules;

    CheckOrders(Outbox outbox, Registrations registrations, Rules rules) {
        this.outbox = outbox;
        this.registrations = registrations;
        this.rules = rules;
    }

    Uni<Void> place(UUID id, Registration registration, CheckReason reason, Instant now) {
        registration.checkAskedFor(rules, now);
        DomainName domain = registration.domainName();
        return registrations
                .unproven(List.of(domain.value()))
                .flatMap(claimants -> order(id, List.of(registration), claimants, reason, now));
    }

    /** Of several registrations of one domain, one order does. */
    Uni<Void> place(List<Registration> due, CheckReason reason, Instant now) {
        var byDomain = due.stream().collect(groupingBy(Registration::domainName, LinkedHashMap::new, toList()));
        return registrations
                .unproven(byDomain.keySet().stream().map(DomainName::value).collect(toUnmodifiableSet()))
                .map(all -> all.stream().collect(groupingBy(Registration::domainName)))
                .flatMap(claimants -> Multi.createFrom()
                        .iterable(byDomain.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(same -> order(
                                UUID.randomUUID(),
                                same.getValue(),
                                claimants.getOrDefault(same.getKey(), List.of()),
                                reason,
                                now))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    private Uni<Void> order(
            UUID id, List<Registration> asking, List<Registration> claimants, CheckReason reason, Instant now) {
        DomainName domain = asking.getFirst().domainName();
        Stream<ExpectedRecord> tokens = Stream.concat(asking.stream(), claimants.stream())
                .distinct()
                .filter(rules::wantsProof)
                .limit(CLAIMANTS)
                .map(claimant -> rules.ownershipToken(claimant).expected(false));
        List<ExpectedRecord> expected =
                Stream.concat(rules.lookedFor(domain, asking).stream(), tokens).toList();
        return outbox.append(
                Topic.DNS_CHECK_REQUESTED, domain.value(), new DnsCheckRequested(id, now, domain, expected, reason));
    }
}
