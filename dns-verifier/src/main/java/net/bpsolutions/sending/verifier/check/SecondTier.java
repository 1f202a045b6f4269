package net.bpsolutions.sending.verifier.check;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.dkim.Dkim;
import net.bpsolutions.sending.verifier.dmarc.Dmarc;
import net.bpsolutions.sending.verifier.examination.Examination;
import net.bpsolutions.sending.verifier.examination.Examiner;
import net.bpsolutions.sending.verifier.examination.SecondOpinion;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.ownership.Ownership;
import net.bpsolutions.sending.verifier.spf.Spf;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/** Examines records, as far as the time allows; a record that there was no time for is UNKNOWN. */
public final class SecondTier {

    private static final Lookup.Unavailable OUT_OF_TIME = new Lookup.Unavailable(Reason.TIMEOUT, "");
    private static final DomainFacts.Sight NOTHING_SEEN = new DomainFacts.Sight(OUT_OF_TIME, SecondOpinion.NONE);

    private final Examiner examiner;
    private final Duration deadline;
    private final Clock clock;
    private final List<String> legacySelectors;
    private final ParkingHosts parking = ParkingHosts.known();

    /**
     * For any number of domains.
     *
     * @param deadline of the whole check, both tiers together
     * @param legacySelectors at which former instructions had a DKIM key put
     */
    public SecondTier(Examiner examiner, Duration deadline, Clock clock, List<String> legacySelectors) {
        this.examiner = examiner;
        this.deadline = deadline;
        this.clock = clock;
        this.legacySelectors = List.copyOf(legacySelectors);
    }

    /** Of the whole check. */
    Duration deadline() {
        return deadline;
    }

    /**
     * What an examination showed.
     *
     * @param records a verdict on each that was to be examined
     */
    record Examined(Map<ExpectedRecord, RecordCheck> records, List<String> nameservers) {}

    /**
     * Examines each of {@code expected}.
     *
     * @param spent of the deadline already
     */
    Uni<Examined> examine(DomainName domain, List<ExpectedRecord> expected, Duration spent) {
        Deadline end = new Deadline(clock.instant().plus(deadline).minus(spent), clock);
        Uni<Optional<Examination>> opened = examiner.open(domain).map(Optional::of);
        return end.orElse(opened, Optional::empty)
                .chain(open -> open.map(examination -> examine(examination, domain, expected, end))
                        .orElseGet(() -> Uni.createFrom().item(new Examined(outOfTime(expected), List.of()))));
    }

    private Uni<Examined> examine(
            Examination examination, DomainName domain, List<ExpectedRecord> expected, Deadline end) {
        return Uni.combine()
                .all()
                .unis(judged(examination, domain, expected, end), facts(examination, domain, expected, end))
                .with((checks, facts) -> {
                    checks.replaceAll(facts::complete);
                    return new Examined(checks, examination.nameservers());
                });
    }

    /** What is judged in time is kept, whatever becomes of the rest. */
    private Uni<Map<ExpectedRecord, RecordCheck>> judged(
            Examination examination, DomainName domain, List<ExpectedRecord> expected, Deadline end) {
        List<Uni<Map<ExpectedRecord, RecordCheck>>> parts = new ArrayList<>();
        List<ExpectedRecord> selectors =
                expected.stream().filter(is(Purpose.DKIM)).toList();
        if (!selectors.isEmpty()) {
            Uni<Map<ExpectedRecord, RecordCheck>> together = new Dkim(examination, domain, examination.apex())
                    .examine(selectors, legacySelectors)
                    .map(checks -> zipped(selectors, checks));
            parts.add(end.orElse(together, () -> outOfTime(selectors)));
        }
        expected.stream()
                .filter(is(Purpose.DKIM).negate())
                .map(each -> end.orElse(
                        single(examination, domain, each).map(check -> Map.of(each, check)),
                        () -> outOfTime(List.of(each))))
                .forEach(parts::add);
        return Uni.join().all(parts).andFailFast().map(SecondTier::together);
    }

    private static Uni<RecordCheck> single(Examination examination, DomainName domain, ExpectedRecord expected) {
        return switch (expected.purpose()) {
            case DMARC -> new Dmarc(examination, domain, examination.apex()).examine(expected);
            case SPF -> Spf.examine(examination, domain, expected);
            case OWNERSHIP, DKIM -> new Ownership(examination, domain, examination.apex()).examine(expected);
        };
    }

    private Uni<DomainFacts> facts(
            Examination examination, DomainName domain, List<ExpectedRecord> expected, Deadline end) {
        Uni<List<DomainFacts.Sight>> sights = Uni.join()
                .all(expected.stream()
                        .map(each -> end.orElse(sight(examination, each), () -> NOTHING_SEEN))
                        .toList())
                .andFailFast();
        Uni<Lookup> existence =
                end.orElse(examination.lookup(new Question(domain.value(), RrType.SOA)), () -> OUT_OF_TIME);
        List<Finding> faulty =
                examination.faulty().stream().map(Verdict::remark).toList();
        return Uni.combine()
                .all()
                .unis(existence, sights)
                .with((domainItself, seen) -> new DomainFacts(
                        domainItself,
                        faulty,
                        parking.park(examination.nameservers()),
                        zipped(expected, seen),
                        clock.instant()));
    }

    private static Uni<DomainFacts.Sight> sight(Examination examination, ExpectedRecord expected) {
        Question question = new Question(
                OwnerName.canonical(expected.name()),
                RrType.valueOf(expected.type().name()));
        return Uni.combine()
                .all()
                .unis(examination.lookup(question), examination.secondOpinion(question))
                .with(DomainFacts.Sight::new);
    }

    private static Map<ExpectedRecord, RecordCheck> together(List<Map<ExpectedRecord, RecordCheck>> parts) {
        Map<ExpectedRecord, RecordCheck> all = new HashMap<>();
        parts.forEach(all::putAll);
        return all;
    }

    private static <T> Map<ExpectedRecord, T> zipped(List<ExpectedRecord> expected, List<T> values) {
        Map<ExpectedRecord, T> byRecord = new HashMap<>();
        for (int index = 0; index < expected.size(); index++) {
            byRecord.put(expected.get(index), values.get(index));
        }
        return byRecord;
    }

    private static Map<ExpectedRecord, RecordCheck> outOfTime(List<ExpectedRecord> expected) {
        return zipped(
                expected,
                expected.stream()
                        .map(each -> Verdict.nothing(each).unknown(OUT_OF_TIME))
                        .toList());
    }

    private static Predicate<ExpectedRecord> is(Purpose purpose) {
        return expected -> expected.purpose() == purpose;
    }
}
