package net.bpsolutions.sending.gateway.checks;

import static net.bpsolutions.sending.events.RecordState.MISSING;
import static net.bpsolutions.sending.events.RecordState.OK;
import static net.bpsolutions.sending.events.RecordState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.bpsolutions.sending.events.DomainName;
import org.junit.jupiter.api.Test;

class CheckedDomainsTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final RequiredRecords GOOD = RequiredRecordsTest.seen(OK, OK, OK);
    private static final RequiredRecords BAD = RequiredRecordsTest.seen(OK, MISSING, OK);
    private static final RequiredRecords DARK = RequiredRecordsTest.seen(UNKNOWN, UNKNOWN, UNKNOWN);

    @Test
    void writesWhatIsNew() {
        CheckedDomain check = checked("a.example", NOON, BAD);

        assertThat(CheckedDomains.changes(Map.of(), List.of(check))).containsExactly(check);
    }

    @Test
    void writesNothingWhileADomainStaysAsItShouldBe() {
        Map<String, CheckedDomain> known = known(checked("a.example", NOON, GOOD));

        assertThat(CheckedDomains.changes(known, List.of(checked("a.example", NOON.plus(DAY), GOOD))))
                .isEmpty();
    }

    @Test
    void writesWhatChanged() {
        Map<String, CheckedDomain> known = known(checked("a.example", NOON, GOOD));
        CheckedDomain worse = checked("a.example", NOON.plus(DAY), BAD);

        assertThat(CheckedDomains.changes(known, List.of(worse))).containsExactly(worse);
    }

    @Test
    void ignoresOlderChecksAndThoseItKnows() {
        Map<String, CheckedDomain> known = known(checked("a.example", NOON, BAD));

        assertThat(CheckedDomains.changes(
                        known,
                        List.of(
                                checked("a.example", NOON.minus(DAY), GOOD),
                                checked("a.example", NOON, BAD),
                                checked("a.example", NOON, GOOD))))
                .isEmpty();
    }

    @Test
    void movesTheTimeOfADomainThatMissesSomethingLestAnOlderCheckCompletesIt() {
        Map<String, CheckedDomain> known = known(checked("a.example", NOON, BAD));
        CheckedDomain again = checked("a.example", NOON.plus(DAY), BAD);

        List<CheckedDomain> changes =
                CheckedDomains.changes(known, List.of(again, checked("a.example", NOON.plusSeconds(9), GOOD)));

        assertThat(changes).containsExactly(again);
    }

    @Test
    void refreshesADomainThatStaysAsItShouldBeOnceAWeek() {
        Map<String, CheckedDomain> known = known(checked("a.example", NOON, GOOD));
        CheckedDomain later = checked("a.example", NOON.plus(DAY.multipliedBy(7)), GOOD);

        assertThat(CheckedDomains.changes(known, List.of(later))).containsExactly(later);
    }

    @Test
    void takesWhatCouldNotBeDeterminedForNoNews() {
        Instant muchLater = NOON.plus(DAY.multipliedBy(8));

        assertThat(CheckedDomains.changes(
                        known(checked("a.example", NOON, GOOD)), List.of(checked("a.example", muchLater, DARK))))
                .isEmpty();
        assertThat(CheckedDomains.changes(
                        known(checked("a.example", NOON, BAD)), List.of(checked("a.example", muchLater, DARK))))
                .isEmpty();
    }

    @Test
    void writesEachDomainOnceAndInOrder() {
        CheckedDomain second = checked("b.example", NOON, GOOD);
        CheckedDomain first = checked("a.example", NOON, GOOD);
        CheckedDomain last = checked("b.example", NOON.plus(DAY), BAD);

        assertThat(CheckedDomains.changes(Map.of(), List.of(second, first, last)))
                .containsExactly(first, last);
    }

    private static CheckedDomain checked(String domain, Instant at, RequiredRecords records) {
        return new CheckedDomain(new DomainName(domain), at, records);
    }

    private static Map<String, CheckedDomain> known(CheckedDomain... domains) {
        return Arrays.stream(domains)
                .collect(Collectors.toMap(known -> known.domain().value(), known -> known));
    }
}
