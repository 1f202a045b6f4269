package net.bpsolutions.sending.verifier.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "v=DMARC1                                  | v=DMARC1; p=none",
                "v=dmarc1; p=reject                        | v=DMARC1; p=reject",
                "v:DMARC1; p:reject; rua:mailto:d@c.example | v=DMARC1; p=reject; rua=mailto:d@c.example",
                "DMARC1; p=quarantine                      | v=DMARC1; p=quarantine",
                "p=reject; v=DMARC1                        | v=DMARC1; p=reject",
                "v=DMARC1 p=none sp=reject                 | v=DMARC1; p=none; sp=reject",
                "\"v=DMARC1; p=reject\"                    | v=DMARC1; p=reject",
                "\"v=DMARC1;\" \"p=reject\"                | v=DMARC1; p=reject",
                "\"v=DMARC1; p=re\" \"ject\"               | v=DMARC1; p=reject",
                "'v=DMARC1; p=none; rua=mailto:o'neil@c.example' | v=DMARC1; p=none; rua=mailto:o'neil@c.example",
                "v=DMARC1&#59; p=reject&semi;              | v=DMARC1; p=reject",
                "v=DMARC1； p＝reject                        | v=DMARC1; p=reject",
                "_dmarc.c.example. IN TXT \"v=DMARC1; p=reject\" | v=DMARC1; p=reject",
                "v=DMARC1; policy=quarantine               | v=DMARC1; p=quarantine",
                "v=DMARC1; p=quarentine                    | v=DMARC1; p=quarantine",
                "v=DMARC1; p=rejected                      | v=DMARC1; p=reject",
                "v=DMARC1; p=block                         | v=DMARC1; p=none",
                "v=DMARC1; p=none; sp=bounce; x=1          | v=DMARC1; p=none; x=1",
                "v=DMARC1; p=none; adkim=relaxed; t=yes    | v=DMARC1; p=none; adkim=r; t=y",
                "v=DMARC1; p=none; p=reject; p=quarantine  | v=DMARC1; p=reject",
                "v=DMARC1; p=none; rua=d@c.example, nobody | v=DMARC1; p=none; rua=mailto:d@c.example",
                "v=DMARC1; p=none; rua=mailto://d@c.example | v=DMARC1; p=none; rua=mailto:d@c.example",
                "v=DMARC1; p=none; pct=50; ri=3600         | v=DMARC1; p=none; pct=50; ri=3600",
            })
    void saysWhatWasMeant(String text, String record) {
        assertThat(Correction.of(text)).contains(record);
    }

    @Test
    void suggestsNothingThatWouldBeCut() {
        assertThat(Correction.of("v=DMARC1; x=" + "y".repeat(3000))).isEmpty();
    }

    @Test
    void prefersTheStrictestOfSeveralRecords() {
        List<PolicyRecord> records =
                PolicyRecord.among(List.of("v=DMARC1; p=none", "v=DMARC1; p=reject; sp=none", "v=DMARC1"));

        assertThat(Correction.ofStrictest(records)).contains("v=DMARC1; p=reject; sp=none");
    }

    @Property
    void isAlwaysARecordWithoutFaults(@ForAll("records") String text) {
        Correction.of(text).ifPresent(CorrectionTest::assertFaultless);
    }

    @Property
    void isARecordWithoutFaultsWhateverTheText(@ForAll String text) {
        Correction.of(text).ifPresent(CorrectionTest::assertFaultless);
    }

    @Property
    void neverWeakensAPolicyThatCanBeRead(
            @ForAll("records") String before, @ForAll Policy policy, @ForAll("records") String after) {
        String text = before + "; p=" + policy.word() + "; " + after;

        Correction.of(text)
                .flatMap(PolicyRecord::read)
                .flatMap(record -> record.policy("p"))
                .ifPresent(suggested -> assertThat(suggested).isGreaterThanOrEqualTo(policy));
    }

    @Property
    void changesNoRecordThatIsRight(@ForAll("rightTags") List<String> tags, @ForAll Policy policy) {
        String record = "v=DMARC1; p=" + policy.word() + String.join("", tags);

        assertThat(Correction.of(record)).contains(record);
    }

    static void assertFaultless(String suggested) {
        PolicyRecord record = PolicyRecord.read(suggested).orElseThrow();
        assertThat(new RecordJudge(record).loss()).isEmpty();
        assertThat(new RecordJudge(record).slips()).isEmpty();
        assertThat(new Remarks(record)
                        .badAddresses()
                        .filter(finding -> finding.args().containsKey("suggested")))
                .isEmpty();
    }

    @Provide
    Arbitrary<String> records() {
        return Arbitraries.of(
                        "v=DMARC1",
                        "v=dmarc1",
                        "p=none",
                        "p=quarantine",
                        "p=reject",
                        "P = Reject",
                        "p=rejct",
                        "p:none",
                        "p none",
                        "p=",
                        "sp=none",
                        "sp=x",
                        "np=",
                        "rua=mailto:d@c.example",
                        "rua=d@c.example",
                        "ruf=mailto:f@c.example!5m",
                        "adkim=s",
                        "adkim=strict",
                        "aspf=q",
                        "t=y",
                        "pct=0",
                        "fo=1:d",
                        "fo=x",
                        "rau=mailto:d@c.example",
                        "x=1",
                        "=",
                        ";",
                        ",",
                        " ",
                        "\t",
                        "\n",
                        "\"",
                        "“",
                        "\\",
                        "\\;",
                        "&quot;",
                        "\u00a0",
                        "\u200b",
                        "policy=reject",
                        "é")
                .list()
                .ofMaxSize(12)
                .flatMap(pieces -> Arbitraries.of("; ", ";", " ", ", ", "").map(border -> String.join(border, pieces)));
    }

    @Provide
    Arbitrary<List<String>> rightTags() {
        return Combinators.combine(
                        Arbitraries.of("", "; sp=none", "; sp=reject"),
                        Arbitraries.of(
                                "", "; rua=mailto:d@c.example", "; rua=mailto:a@c.example,mailto:b@c.example!10m"),
                        Arbitraries.of("", "; adkim=s; aspf=r", "; t=y", "; psd=n", "; pct=100; rf=afrf; ri=86400"),
                        Arbitraries.of("", "; fo=1:d:s", "; note=ours"))
                .as(List::of);
    }
}
