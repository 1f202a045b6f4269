package net.bpsolutions.sending.verifier.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.verifier.lookup.PaperZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            _bp.clinic.example TXT bp=abc,                  OK,      ''
            _bp.clinic.example TXT bp=abcd,                 MISSING, MISSING
            _bp.clinic.example TXT bp=ABC,                  MISSING, MISSING
            _bp.clinic.example TXT “bp=abc”,                WRONG,   QUOTED_VALUE
            _bp.clinic.example.clinic.example TXT bp=abc,   MISSING, DOUBLED_SUFFIX
            _bp.clinic.example TXT !REFUSED,                UNKNOWN, REFUSED
            other.clinic.example TXT bp=abc,                MISSING, MISSING
            """)
    void comparesTheToken(String line, RecordState state, String codes) {
        RecordCheck check = examine(line);

        assertThat(check.state()).isEqualTo(state);
        assertThat(String.join(" ", check.findings().stream().map(Finding::code).toList()))
                .isEqualTo(codes);
    }

    private static RecordCheck examine(String zone) {
        ExpectedRecord expected =
                new ExpectedRecord(Purpose.OWNERSHIP, RecordType.TXT, "_bp.clinic.example", "bp=abc", true);
        return Ownership.examine(PaperZone.of(zone), new DomainName("clinic.example"), expected)
                .await()
                .atMost(Duration.ofSeconds(5));
    }
}
