package net.bpsolutions.sending.verifier.command;

import static net.bpsolutions.sending.verifier.command.RecordChecks.EXPECTED;
import static net.bpsolutions.sending.verifier.command.RecordChecks.check;
import static net.bpsolutions.sending.verifier.command.RecordChecks.error;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyTest {

    private static final ExpectedRecord DKIM = EXPECTED.get(0);
    private static final ExpectedRecord DMARC = EXPECTED.get(2);
    private static final ExpectedRecord SPF = EXPECTED.get(3);

    @Test
    void givesTheRecordThatIsMissing() {
        assertThat(Remedy.toPaste(DKIM, check(0, RecordState.MISSING, error("MISSING", Map.of()))))
                .contains("dkim1.mandrillapp.com");
        assertThat(Remedy.toPaste(DMARC, check(2, RecordState.MISSING, error("MISSING", Map.of()))))
                .contains("v=DMARC1; p=none");
    }

    @Test
    void prefersWhatTheFindingSuggests() {
        RecordCheck check = check(
                3,
                RecordState.WRONG,
                List.of("v=spf1 mx ~all"),
                error("INCLUDE_MISSING", Map.of("suggested", "v=spf1 mx include:spf.mandrillapp.com ~all")));

        assertThat(Remedy.toPaste(SPF, check)).contains("v=spf1 mx include:spf.mandrillapp.com ~all");
    }

    @ParameterizedTest
    @CsvSource({
        "2, WRONG,    SYNTAX",
        "2, CONFLICT, MULTIPLE_RECORDS",
        "2, MISSING,  WRONG_LOCATION",
        "3, WRONG,    SYNTAX",
        "3, CONFLICT, MULTIPLE_RECORDS",
        "0, MISSING,  NXDOMAIN",
        "0, WRONG,    KEY_REVOKED",
        "0, UNKNOWN,  TIMEOUT",
        "0, OK,       LEGACY_KEY",
    })
    void neverReplacesAPolicyOrWhatIsNotTheFault(int record, RecordState state, String code) {
        RecordCheck check = check(record, state, List.of("v=DMARC1; p=reject"), error(code, Map.of()));

        assertThat(Remedy.toPaste(EXPECTED.get(record), check)).isEmpty();
    }

    @Test
    void expectsNoMoreOfSpfThanTheInclude() {
        assertThat(Remedy.expected(SPF, check(3, RecordState.MISSING)))
                .hasValueSatisfying(line -> assertThat(line).contains("include:spf.mandrillapp.com"));
        assertThat(Remedy.expected(SPF, check(3, RecordState.OK))).isEmpty();
    }
}
