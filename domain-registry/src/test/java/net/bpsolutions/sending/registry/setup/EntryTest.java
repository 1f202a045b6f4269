package net.bpsolutions.sending.registry.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.events.Severity;
import net.bpsolutions.sending.registry.registration.DomainJson.FindingJson;
import net.bpsolutions.sending.registry.registration.DomainJson.RecordJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {

    private static final String TARGET = "dkim1.mandrillapp.com";

    /** What stands there is the very value, so that its difference shows nothing. */
    @Test
    void showsTheTypeWhereThatIsTheMistake() {
        Entry entry = dkim("Elsewhere", TARGET, finding("TXT_INSTEAD_OF_CNAME", Map.of("found", TARGET)));

        assertThat(entry.otherType()).isEqualTo("TXT");
        assertThat(entry.differences()).noneMatch(Difference::isAny);
        assertThat(dkim("Elsewhere", "dkim1.mandrilapp.com", finding("WRONG_TARGET", Map.of()))
                        .otherType())
                .isNull();
    }

    /** To paste the same again would bring the same again. */
    @ParameterizedTest
    @ValueSource(strings = {"Elsewhere", "Hetzner"})
    void endsATargetWithOneDotWhereTheHostAddedTheDomain(String host) {
        Entry entry = dkim(host, TARGET + ".clinic.com", finding("RELATIVE_TARGET", Map.of()));

        assertThat(entry.paste()).isEqualTo(TARGET + ".");
        assertThat(entry.differences()).containsExactly(new Difference(TARGET + ".", "", "clinic.com", ""));
    }

    @Test
    void namesThePlaceOfARecordThatStandsElsewhereAndNotItsValue() {
        Entry entry = missing(finding("WRONG_LOCATION", Map.of("at", "dmarc.clinic.com", "found", "v=DMARC1; p=none")));

        assertThat(entry.misplaced()).containsExactly(new Difference("", "_", "", "dmarc.clinic.com"));
    }

    @Test
    void isToBeCorrectedWhereItStandsElsewhereAndStillToDoWhereItStandsNowhere() {
        assertThat(missing(finding("DOUBLED_SUFFIX", Map.of("found", "_dmarc.clinic.com.clinic.com")))
                        .tone())
                .isEqualTo("wrong");
        assertThat(missing(finding("MISSING", Map.of())).tone()).isEqualTo("todo");
    }

    /** What is bogus is there, and nobody says that it is wrong. */
    @ParameterizedTest
    @EnumSource(names = {"OK", "UNKNOWN"})
    void pastesNothingOverAPolicyThatIsNotKnownToBeWrong(RecordState state) {
        Entry entry = dmarc(state, finding("DNSSEC_BOGUS", Map.of()), "v=DMARC1; p=reject; rua=mailto:a@clinic.com");

        assertThat(entry.paste()).isEqualTo("v=DMARC1; p=reject; rua=mailto:a@clinic.com");
    }

    /** One that is too long to be put right comes without a suggestion. */
    @ParameterizedTest
    @CsvSource({
        "v=DMARC1 p=reject, v=DMARC1; p=reject",
        "v=DMARC1; p = QUARANTINE; sp=none, v=DMARC1; p=quarantine; sp=none",
        "v=DMARC1; p=none; sp=reject; rua=x, v=DMARC1; p=none; sp=reject",
        "v=DMARC1 p=none, v=DMARC1; p=none",
        "gone.example.com, v=DMARC1; p=none"
    })
    void offersNoWeakerPolicyWithoutASuggestion(String found, String pasted) {
        assertThat(dmarc(RecordState.WRONG, finding("SYNTAX", Map.of()), found).paste())
                .isEqualTo(pasted);
    }

    @Test
    void offersTheStrictestOfSeveralPolicies() {
        Entry entry = dmarc(
                RecordState.CONFLICT,
                finding("MULTIPLE_RECORDS", Map.of()),
                "v=DMARC1; p=none; sp=reject",
                "v=DMARC1; p=quarantine",
                "v=DMARC1; p=none");

        assertThat(entry.paste()).isEqualTo("v=DMARC1; p=quarantine");
    }

    private static Entry dkim(String host, String found, FindingJson finding) {
        RecordJson record = new RecordJson(
                Purpose.DKIM,
                RecordType.CNAME,
                "mte1._domainkey.clinic.com",
                TARGET,
                true,
                RecordState.WRONG,
                List.of(found),
                List.of(finding));
        return new Entry(1, "Signature", record, "mte1._domainkey", keeper(host));
    }

    private static Entry missing(FindingJson finding) {
        return dmarc(RecordState.MISSING, finding);
    }

    private static Entry dmarc(RecordState state, FindingJson finding, String... found) {
        RecordJson record = new RecordJson(
                Purpose.DMARC,
                RecordType.TXT,
                "_dmarc.clinic.com",
                "v=DMARC1; p=none",
                true,
                state,
                List.of(found),
                List.of(finding));
        return new Entry(3, "Policy", record, "_dmarc", keeper("Elsewhere"));
    }

    private static FindingJson finding(String code, Map<String, String> args) {
        return new FindingJson(code, Severity.ERROR, "", "", "", "", null, args);
    }

    private static Keeper keeper(String name) {
        return new Keepers().of(name, null);
    }
}
