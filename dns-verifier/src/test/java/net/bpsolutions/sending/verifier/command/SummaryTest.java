package net.bpsolutions.sending.verifier.command;

import static net.bpsolutions.sending.verifier.command.RecordChecks.EXPECTED;
import static net.bpsolutions.sending.verifier.command.RecordChecks.check;
import static net.bpsolutions.sending.verifier.command.RecordChecks.error;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OK      | OK      | OK       | OK       | GOOD    | All 4 as expected.
            OK      | OK      | OK       | MISSING  | GOOD    | 3 of 4 as expected. What is required is there; the rest is advice.
            OK      | OK      | OK       | UNKNOWN  | GOOD    | 3 of 4 as expected, 1 could not be checked. What is required is there; the rest is advice.
            OK      | WRONG   | MISSING  | MISSING  | WRONG   | 1 of 4 as expected; fix DKIM first.
            OK      | OK      | CONFLICT | OK       | WRONG   | 3 of 4 as expected; fix DMARC first.
            UNKNOWN | OK      | MISSING  | OK       | WRONG   | 2 of 4 as expected, 1 could not be checked; fix DMARC first.
            OK      | UNKNOWN | OK       | MISSING  | UNKNOWN | 2 of 4 as expected, 1 could not be checked; try again later.
            UNKNOWN | UNKNOWN | UNKNOWN  | UNKNOWN  | UNKNOWN | 0 of 4 as expected, 4 could not be checked; try again later, or ask another resolver with --server.
            """)
    void countsAndSaysWhatToBeginWith(
            RecordState first,
            RecordState second,
            RecordState dmarc,
            RecordState spf,
            Summary.Verdict verdict,
            String sentence) {
        assertThat(Summary.of(EXPECTED, RecordChecks.of(first, second, dmarc, spf)))
                .isEqualTo(new Summary(verdict, sentence));
    }

    @Test
    void putsTheDomainBeforeItsRecords() {
        RecordCheck gone = check(0, RecordState.MISSING, error("NXDOMAIN", Map.of()));

        assertThat(Summary.of(EXPECTED, List.of(gone, gone, gone, gone)).sentence())
                .endsWith("fix the domain itself first.");
    }
}
