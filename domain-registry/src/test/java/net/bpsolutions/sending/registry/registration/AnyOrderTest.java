package net.bpsolutions.sending.registry.registration;

import static net.bpsolutions.sending.registry.registration.Histories.RULES;
import static net.bpsolutions.sending.registry.registration.Histories.check;
import static net.bpsolutions.sending.registry.registration.Histories.minutes;
import static net.bpsolutions.sending.registry.registration.Histories.proof;
import static net.bpsolutions.sending.registry.registration.Histories.registration;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.Event;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.VerificationCompleted;
import net.bpsolutions.sending.registry.history.Transition;
import net.bpsolutions.sending.registry.lifecycle.Observation;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever order events come in, however often and however late: what is promised about where it ends. */
class AnyOrderTest {

    private static final int LAST = 10_000;
    private static final Instant END = minutes(LAST);

    @Property
    void endsInTheSameState(
            @ForAll("checks") @Size(max = 15) List<DnsChecked> checks,
            @ForAll @IntRange(max = LAST) int provenAt,
            @ForAll Random random) {
        VerificationCompleted proof = proof(minutes(provenAt));
        List<Event> inOrder = new ArrayList<>(checks);
        inOrder.add(proof);
        inOrder.sort(Comparator.comparing(Event::occurredAt));

        Registration expected = told(inOrder);
        Registration other = told(shuffled(checks, proof, random));

        assertThat(other.status()).isEqualTo(expected.status());
        assertThat(other.sendingAs()).isEqualTo(expected.sendingAs());
        assertThat(other.evidence).isEqualTo(expected.evidence);
        assertThat(other.lastCheckedAt).isEqualTo(expected.lastCheckedAt);
    }

    @Property
    void isNeverDemotedByFewerThanThreeAgreeingFailures(@ForAll("checks") @Size(max = 25) List<DnsChecked> checks) {
        Registration registration = registration();
        registration.proven(proof(minutes(0)), RULES, END);
        List<DnsChecked> told = new ArrayList<>();
        for (DnsChecked check : checks) {
            DomainStatus before = registration.status();
            told.add(check);

            Optional<Transition> moved = registration.checked(check, false, RULES, END);

            if (before == DomainStatus.VERIFIED && moved.isPresent()) {
                assertThat(isStranded(told) || failuresApart(told) >= 3).isTrue();
            }
        }
    }

    @Property
    void movesByOneAndSaysWhy(@ForAll("checks") @Size(max = 25) List<DnsChecked> checks) {
        Registration registration = registration();
        registration.proven(proof(minutes(0)), RULES, END);
        for (DnsChecked check : checks) {
            long before = registration.sequence;

            Optional<Transition> moved = registration.checked(check, false, RULES, END);

            assertThat(registration.sequence).isEqualTo(before + (moved.isPresent() ? 1 : 0));
            moved.ifPresent(move -> {
                assertThat(move.sequence()).isEqualTo(before + 1);
                assertThat(move.cause().code()).isNotBlank();
                assertThat(move.causeId()).isEqualTo(check.id());
            });
            assertThat(registration.checked(check, false, RULES, END)).isEmpty();
        }
    }

    @Property
    void recoversByOneGoodCheckWithoutNewProof(@ForAll("checks") @Size(max = 25) List<DnsChecked> checks) {
        Registration registration = registration();
        registration.proven(proof(minutes(0)), RULES, END);
        checks.forEach(check -> registration.checked(check, false, RULES, END));

        registration.checked(check(RecordState.OK, END), false, RULES, END);

        assertThat(registration.status()).isEqualTo(DomainStatus.VERIFIED);
    }

    @Provide
    Arbitrary<List<DnsChecked>> checks() {
        Arbitrary<List<RecordState>> states = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Collections.nCopies(3, RecordState.OK))),
                Tuple.of(3, Arbitraries.just(Collections.nCopies(3, RecordState.MISSING))),
                Tuple.of(1, Arbitraries.just(Collections.nCopies(3, RecordState.UNKNOWN))),
                Tuple.of(3, Arbitraries.of(RecordState.class).list().ofSize(3)));
        return Combinators.combine(
                        states,
                        Arbitraries.integers().between(1, LAST - 1),
                        Arbitraries.of("none", "none", "quarantine", "reject"))
                .as((state, minute, policy) -> check(state, minutes(minute), "v=DMARC1; p=" + policy))
                .list()
                .uniqueElements(DnsChecked::occurredAt);
    }

    /** In any order, some twice; but a failure that was not seen after the proof is told before it (ADR 20). */
    private static List<Event> shuffled(List<DnsChecked> checks, VerificationCompleted proof, Random random) {
        List<Event> events = new ArrayList<>(checks);
        checks.stream().filter(_ -> random.nextBoolean()).forEach(events::add);
        Collections.shuffle(events, random);
        int earliest = 0;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof DnsChecked check
                    && isBad(check)
                    && !check.occurredAt().isAfter(proof.occurredAt())
                    && events.indexOf(check) == i) {
                earliest = i + 1;
            }
        }
        events.add(earliest + random.nextInt(events.size() - earliest + 1), proof);
        return events;
    }

    private static Registration told(List<Event> events) {
        Registration registration = registration();
        for (Event event : events) {
            if (event instanceof DnsChecked check) {
                registration.checked(check, false, RULES, END);
            } else if (event instanceof VerificationCompleted proof) {
                registration.proven(proof, RULES, END);
            }
        }
        return registration;
    }

    private static boolean isBad(DnsChecked check) {
        return observe(check).isBad();
    }

    private static boolean isStranded(List<DnsChecked> told) {
        return told.stream().anyMatch(check -> !observe(check).selectorLeft());
    }

    private static Observation observe(DnsChecked check) {
        return RULES.observe(registration(), check.records());
    }

    /** Failures half an hour apart since the last good check, by the time at which DNS was asked. */
    private static int failuresApart(List<DnsChecked> told) {
        int count = 0;
        Instant counted = Instant.MIN;
        for (DnsChecked check : told.stream()
                .sorted(Comparator.comparing(DnsChecked::occurredAt))
                .toList()) {
            switch (observe(check).health()) {
                case GOOD -> count = 0;
                case UNKNOWN -> {}
                case BAD -> {
                    if (count == 0 || !check.occurredAt().isBefore(counted.plusSeconds(1800))) {
                        count++;
                        counted = check.occurredAt();
                    }
                }
            }
        }
        return count;
    }
}
