package net.bpsolutions.sending.verifier.check;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.ownership.Ownership;
import net.bpsolutions.sending.verifier.spf.Spf;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/** Examines records, as far as the time allows; a record that there was no time for is UNKNOWN. */
public final class SecondTier {

    private final Examiner examiner;
    private final Duration deadline;
    private final List<String> legacySelectors;

    /**
     * For any number of domains.
     *
     * @param deadline of the whole check, both tiers together
     * @param legacySelectors at which former instructions had a DKIM key put
     */
    public SecondTier(Examiner examiner, Duration deadline, List<String> legacySelectors) {
        this.examiner = examiner;
        this.deadline = deadline;
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
        Duration left = deadline.minus(spent).isPositive() ? deadline.minus(spent) : Duration.ofMillis(1);
        return examiner.open(domain)
                .chain(examination -> examine(examination, domain, expected))
                .ifNoItem()
                .after(left)
                .recoverWithItem(() -> outOfTime(expected));
    }

    private Uni<Examined> examine(Examination examination, DomainName domain, List<ExpectedRecord> expected) {
        List<Uni<Map<ExpectedRecord, RecordCheck>>> parts = new ArrayList<>();
        List<ExpectedRecord> selectors =
                expected.stream().filter(is(Purpose.DKIM)).toList();
        if (!selectors.isEmpty()) {
            parts.add(new Dkim(examination, domain, examination.apex())
                    .examine(selectors, legacySelectors)
                    .map(checks -> zipped(selectors, checks)));
        }
        expected.stream()
                .filter(is(Purpose.DKIM).negate())
                .map(each -> single(examination, domain, each).map(check -> Map.of(each, check)))
                .forEach(parts::add);
        Uni<Lookup> existence = examination.lookup(new Question(domain.value(), RrType.SOA));
        return Uni.combine()
                .all()
                .unis(Uni.join().all(parts).andFailFast(), existence)
                .with((checks, domainItself) -> assembled(examination, checks, domainItself));
    }

    private static Uni<RecordCheck> single(Examination examination, DomainName domain, ExpectedRecord expected) {
        return switch (expected.purpose()) {
            case DMARC -> new Dmarc(examination, domain, examination.apex()).examine(expected);
            case SPF -> Spf.examine(examination, domain, expected);
            case OWNERSHIP, DKIM -> new Ownership(examination, domain, examination.apex()).examine(expected);
        };
    }

    private static Examined assembled(
            Examination examination, List<Map<ExpectedRecord, RecordCheck>> checks, Lookup domainItself) {
        List<Finding> faulty =
                examination.faulty().stream().map(Verdict::remark).toList();
        Map<ExpectedRecord, RecordCheck> records = new HashMap<>();
        checks.forEach(records::putAll);
        records.replaceAll((expected, check) -> Remarks.faulty(Remarks.noSuchDomain(check, domainItself), faulty));
        return new Examined(records, examination.nameservers());
    }

    private static Map<ExpectedRecord, RecordCheck> zipped(List<ExpectedRecord> expected, List<RecordCheck> checks) {
        Map<ExpectedRecord, RecordCheck> byRecord = new HashMap<>();
        for (int index = 0; index < expected.size(); index++) {
            byRecord.put(expected.get(index), checks.get(index));
        }
        return byRecord;
    }

    private static Examined outOfTime(List<ExpectedRecord> expected) {
        Lookup.Unavailable timeout = new Lookup.Unavailable(Reason.TIMEOUT, "");
        return new Examined(
                zipped(
                        expected,
                        expected.stream()
                                .map(each -> Verdict.nothing(each).unknown(timeout))
                                .toList()),
                List.of());
    }

    private static Predicate<ExpectedRecord> is(Purpose purpose) {
        return expected -> expected.purpose() == purpose;
    }
}
