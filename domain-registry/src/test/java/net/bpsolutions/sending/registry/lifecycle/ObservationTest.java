package net.bpsolutions.sending.registry.lifecycle;

import static net.bpsolutions.sending.events.Purpose.DKIM;
import static net.bpsolutions.sending.events.Purpose.DMARC;
import static net.bpsolutions.sending.events.Purpose.SPF;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.events.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationTest {

    private static final List<ExpectedRecord> EXPECTED = List.of(
            expected(DKIM, "a", true),
            expected(DKIM, "b", true),
            expected(DMARC, "d", true),
            expected(SPF, "s", false));

    @ParameterizedTest
    @CsvSource({
        "OK, OK, OK, GOOD",
        "OK, OK, UNKNOWN, UNKNOWN",
        "OK, MISSING, OK, BAD",
        "WRONG, UNKNOWN, OK, BAD",
        "OK, OK, CONFLICT, BAD",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void judgesTheRequiredRecordsTogether(RecordState a, RecordState b, RecordState d, Health health) {
        assertThat(Observation.of(EXPECTED, List.of(check(DKIM, "a", a), check(DKIM, "b", b), check(DMARC, "d", d)))
                        .health())
                .isEqualTo(health);
    }

    @Test
    void doesNotCareForAdvice() {
        List<RecordCheck> checks = List.of(
                check(DKIM, "a", RecordState.OK),
                check(DKIM, "b", RecordState.OK),
                check(DMARC, "d", RecordState.OK),
                check(SPF, "s", RecordState.WRONG));

        assertThat(Observation.of(EXPECTED, checks).health()).isEqualTo(Health.GOOD);
    }

    @Test
    void knowsNothingBeforeTheFirstCheck() {
        Observation observation = Observation.of(EXPECTED, List.of());

        assertThat(observation.health()).isEqualTo(Health.UNKNOWN);
        assertThat(observation.selectorLeft()).isTrue();
    }

    @Test
    void hasASelectorLeftWhileOneCouldNotBeChecked() {
        assertThat(Observation.of(
                                EXPECTED,
                                List.of(check(DKIM, "a", RecordState.MISSING), check(DKIM, "b", RecordState.UNKNOWN)))
                        .selectorLeft())
                .isTrue();
        assertThat(Observation.of(
                                EXPECTED,
                                List.of(check(DKIM, "a", RecordState.MISSING), check(DKIM, "b", RecordState.WRONG)))
                        .selectorLeft())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "v=DMARC1; p=none, false, NONE",
        "v=DMARC1;p=REJECT, false, REJECT",
        "v=DMARC1; sp=none; p=quarantine, false, QUARANTINE",
        "v=DMARC1; p=none; sp=reject, true, REJECT",
        "v=DMARC1; p=reject, true, REJECT",
        "v=DMARC1; p=nonsense, false, NONE"
    })
    void readsTheDmarcPolicy(String found, boolean inherited, DmarcPolicy policy) {
        List<Finding> findings = inherited ? List.of(new Finding("INHERITED", Severity.INFO, Map.of())) : List.of();
        RecordCheck check = new RecordCheck(DMARC, "d", RecordState.OK, List.of(found), 60L, findings);

        assertThat(DmarcPolicy.of(check)).contains(policy);
    }

    @Test
    void doesNotGuessAPolicyThatCouldNotBeRead() {
        assertThat(DmarcPolicy.of(check(DMARC, "d", RecordState.UNKNOWN))).isEmpty();
    }

    private static ExpectedRecord expected(Purpose purpose, String name, boolean required) {
        return new ExpectedRecord(purpose, RecordType.TXT, name, "value", required);
    }

    private static RecordCheck check(Purpose purpose, String name, RecordState state) {
        return new RecordCheck(purpose, name, state, List.of(), null, List.of());
    }
}
