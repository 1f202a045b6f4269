package net.bpsolutions.sending.verifier.spf;

import static net.bpsolutions.sending.verifier.spf.Clinic.arg;
import static net.bpsolutions.sending.verifier.spf.Clinic.codes;
import static net.bpsolutions.sending.verifier.spf.Clinic.suggested;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.Severity;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.PaperZone;
import net.bpsolutions.sending.verifier.lookup.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {

    private static final String US = "include:spf.mandrillapp.com";

    @Test
    void countsTheLookupsOfTheWholeTree() {
        String ten = "v=spf1 a mx include:big.example " + US + " -all";
        String big =
                "big.example TXT v=spf1 a:clinic.example mx:clinic.example a:clinic.example include:small.example -all";
        String small = "small.example TXT v=spf1 a:clinic.example %s redirect=_spf.mail.example";

        RecordCheck atLimit = Clinic.publishing(ten, big, small.formatted(""));
        RecordCheck above = Clinic.publishing(ten, big, small.formatted("a:clinic.example"));

        assertThat(atLimit.state()).isEqualTo(RecordState.OK);
        assertThat(above.state()).isEqualTo(RecordState.WRONG);
        assertThat(codes(above)).containsExactly("TOO_MANY_LOOKUPS");
        assertThat(arg(above, "TOO_MANY_LOOKUPS", "lookups")).isEqualTo("11");
        assertThat(arg(above, "TOO_MANY_LOOKUPS", "costs"))
                .isEqualTo("a 1, mx 1, include:big.example 8, include:spf.mandrillapp.com 1");
    }

    @Test
    void countsNothingBehindAll() {
        RecordCheck check =
                Clinic.publishing("v=spf1 " + US + " -all " + "a:gone.example ".repeat(11) + "redirect=gone.example");

        assertThat(check.state()).isEqualTo(RecordState.OK);
        assertThat(check.findings()).isEmpty();
    }

    @Test
    void suggestsNothingThatExceedsTheLookups() {
        RecordCheck check = Clinic.publishing("v=spf1 " + distinct(10) + " -all", addresses(10));

        assertThat(codes(check)).containsExactly("INCLUDE_MISSING", "TOO_MANY_LOOKUPS");
        assertThat(arg(check, "TOO_MANY_LOOKUPS", "lookups")).isEqualTo("11");
        assertThat(suggested(check)).isEmpty();
    }

    @Test
    void leavesOutRepetitionsWhereThatSuffices() {
        RecordCheck check = Clinic.publishing("v=spf1 mx " + distinct(8) + " +MX -all", addresses(8));

        assertThat(codes(check)).containsExactly("INCLUDE_MISSING");
        assertThat(suggested(check)).isEqualTo("v=spf1 mx " + distinct(8) + " " + US + " -all");
    }

    @Test
    void suggestsTheRecordWithoutRepetitionsWhereTheyAreTooMany() {
        RecordCheck check = Clinic.publishing("v=spf1 mx " + "a ".repeat(9) + US + " -all");

        assertThat(codes(check)).containsExactly("TOO_MANY_LOOKUPS");
        assertThat(suggested(check)).isEqualTo("v=spf1 mx a " + US + " -all");
    }

    @ParameterizedTest
    @CsvSource({
        "include:clinic.example, '', clinic.example → clinic.example",
        "include:A.Example., a.example TXT v=spf1 include:clinic.example, clinic.example → a.example → clinic.example",
        "include:a.example, a.example TXT v=spf1 redirect=a.example, clinic.example → a.example → a.example"
    })
    void tellsALoop(String term, String other, String path) {
        RecordCheck check = Clinic.publishing("v=spf1 mx " + term + " " + US + " -all", other);

        assertThat(check.state()).isEqualTo(RecordState.WRONG);
        assertThat(codes(check)).containsExactly("LOOP");
        assertThat(arg(check, "LOOP", "found")).isEqualTo(path);
        assertThat(arg(check, "LOOP", "position")).isEqualTo("11");
    }

    @Test
    void takesTheSameIncludeTwiceForNoLoop() {
        RecordCheck check = Clinic.publishing(
                "v=spf1 include:a.example include:b.example " + US + " -all",
                "a.example TXT v=spf1 include:_spf.mail.example -all",
                "b.example TXT v=spf1 include:_spf.mail.example -all");

        assertThat(check.findings()).isEmpty();
    }

    @Test
    void allowsTwoVoidLookups() {
        String two = "v=spf1 a:x.gone.example mx:y.gone.example ";

        RecordCheck atLimit = Clinic.publishing(two + US + " -all");
        RecordCheck above = Clinic.publishing(two + "exists:z.gone.example " + US + " -all");

        assertThat(atLimit.state()).isEqualTo(RecordState.OK);
        assertThat(above.state()).isEqualTo(RecordState.WRONG);
        assertThat(codes(above)).containsExactly("TOO_MANY_VOID_LOOKUPS");
        assertThat(arg(above, "TOO_MANY_VOID_LOOKUPS", "found"))
                .isEqualTo("x.gone.example, y.gone.example, z.gone.example");
        assertThat(arg(above, "TOO_MANY_VOID_LOOKUPS", "voids")).isEqualTo("3");
    }

    @Test
    void allowsTenExchanges() {
        RecordCheck atLimit = Clinic.publishing("v=spf1 mx:a.example " + US + " -all", exchanges(10));
        RecordCheck above = Clinic.publishing("v=spf1 mx:a.example " + US + " -all", exchanges(11));

        assertThat(atLimit.state()).isEqualTo(RecordState.OK);
        assertThat(codes(above)).containsExactly("TOO_MANY_LOOKUPS");
        assertThat(arg(above, "TOO_MANY_LOOKUPS", "term")).isEqualTo("mx:a.example");
    }

    @ParameterizedTest
    @CsvSource({
        "'', MISSING",
        "a.example TXT hello, MISSING",
        "a.example A 192.0.2.1, MISSING",
        "a.example TXT v=spf1 ip4:1 -all, SYNTAX",
        "'a.example TXT v=spf1 -all\na.example TXT v=spf1 ~all', MULTIPLE_RECORDS"
    })
    void tellsAnIncludeThatLeadsToNoRecord(String other, String reason) {
        RecordCheck include = Clinic.publishing("v=spf1 include:a.example " + US + " -all", other);
        RecordCheck redirect = Clinic.publishing("v=spf1 " + US + " redirect=a.example", other);

        for (RecordCheck check : List.of(include, redirect)) {
            assertThat(check.state()).isEqualTo(RecordState.WRONG);
            assertThat(codes(check)).containsExactly("INCLUDE_BROKEN");
            assertThat(arg(check, "INCLUDE_BROKEN", "found")).isEqualTo("a.example");
            assertThat(arg(check, "INCLUDE_BROKEN", "reason")).isEqualTo(reason);
        }
    }

    @Test
    void blamesNobodyForAnIncludeThatCannotBeSeen() {
        RecordCheck check = Clinic.publishing("v=spf1 include:a.example " + US + " -all", "a.example TXT !SERVFAIL");

        assertThat(check.state()).isEqualTo(RecordState.OK);
        assertThat(codes(check)).containsExactly("SERVFAIL");
        assertThat(check.findings().getFirst().severity()).isEqualTo(Severity.INFO);
        assertThat(arg(check, "SERVFAIL", "found")).isEqualTo("a.example");
    }

    @Test
    void leavesTheVendorsOwnFaultsToTheVendor() {
        PaperZone zone = PaperZone.of("clinic.example TXT v=spf1 " + US + " -all");

        RecordCheck check = Clinic.examine(zone, Clinic.EXPECTED);

        assertThat(check.state()).isEqualTo(RecordState.OK);
        assertThat(check.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "include:_spf.clinic.example ~all, v=spf1 include:spf.mandrillapp.com -all, OK",
        "mx redirect=_spf.clinic.example, v=spf1 include:spf.mandrillapp.com -all, OK",
        "include:_spf.clinic.example ~all, v=spf1 redirect=spf.mandrillapp.com, OK",
        "include:_spf.clinic.example ~all, v=spf1 -all include:spf.mandrillapp.com, WRONG",
        "include:_spf.clinic.example ~all, v=spf1 ~include:spf.mandrillapp.com ?all, WRONG",
        "?include:_spf.clinic.example ~all, v=spf1 include:spf.mandrillapp.com -all, WRONG",
        "~all include:_spf.clinic.example, v=spf1 include:spf.mandrillapp.com -all, WRONG"
    })
    void followsTheWayToTheVendor(String terms, String other, RecordState state) {
        RecordCheck check = Clinic.publishing("v=spf1 " + terms, "_spf.clinic.example TXT " + other);

        assertThat(check.state()).isEqualTo(state);
        assertThat(codes(check)).containsExactly(state == RecordState.OK ? "INHERITED" : "INCLUDE_MISSING");
        assertThat(arg(check, "INHERITED", "found"))
                .isEqualTo(state == RecordState.OK ? "clinic.example → _spf.clinic.example → spf.mandrillapp.com" : "");
    }

    @Test
    void takesARedirectionToTheVendorForAnInclude() {
        RecordCheck check = Clinic.publishing("v=spf1 redirect=spf.mandrillapp.com");

        assertThat(check.state()).isEqualTo(RecordState.OK);
        assertThat(check.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=spf1 %s -all", "v=spf1 %s redirect=t1.example"})
    void asksABoundedNumberOfQuestions(String record) {
        Queue<Question> asked = new ConcurrentLinkedQueue<>();
        String terms = IntStream.range(0, 200)
                .mapToObj(index -> "include:t%d.example a:h%d.example mx:m%d.example".formatted(index, index, index))
                .collect(Collectors.joining(" "));
        PaperZone zone = PaperZone.of(
                "clinic.example TXT " + record.formatted(terms) + "\n*.example TXT " + record.formatted(terms));
        Dns counting = question -> {
            asked.add(question);
            return zone.lookup(question);
        };

        RecordCheck check = Clinic.examine(counting, Clinic.EXPECTED);

        assertThat(codes(check)).contains("TOO_MANY_LOOKUPS", "INCLUDE_MISSING");
        assertThat(asked).hasSizeLessThanOrEqualTo(40);
    }

    private static String distinct(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> "a:h%d.example".formatted(index))
                .collect(Collectors.joining(" "));
    }

    private static String[] addresses(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> "h%d.example A 192.0.2.1".formatted(index))
                .toArray(String[]::new);
    }

    private static String[] exchanges(int count) {
        return Stream.iterate(1, index -> index + 1)
                .limit(count)
                .map(index -> "a.example MX %d mx.example".formatted(index))
                .toArray(String[]::new);
    }
}
