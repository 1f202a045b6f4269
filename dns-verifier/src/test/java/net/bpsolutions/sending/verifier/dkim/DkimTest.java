package net.bpsolutions.sending.verifier.dkim;

import static net.bpsolutions.sending.verifier.dkim.Examined.FIRST;
import static net.bpsolutions.sending.verifier.dkim.Examined.VENDOR;
import static net.bpsolutions.sending.verifier.dkim.Examined.argument;
import static net.bpsolutions.sending.verifier.dkim.Examined.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.RecordCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DkimTest {

    static Stream<Arguments> aliases() {
        return Stream.of(
                argumentSet("both right", FIRST, "OK"),
                argumentSet("by an alias of one's own", """
                        mte1._domainkey.clinic.example CNAME key.provider.example
                        key.provider.example CNAME dkim1.mandrillapp.com""", "OK"),
                argumentSet(
                        "a letter amiss",
                        "mte1._domainkey.clinic.example CNAME dkim1.mandrilapp.com",
                        "WRONG WRONG_TARGET/ERROR"),
                argumentSet(
                        "both to the second key: wrong, not swapped",
                        "mte1._domainkey.clinic.example CNAME dkim2.mandrillapp.com",
                        "WRONG WRONG_TARGET/ERROR"),
                argumentSet(
                        "no final dot",
                        "mte1._domainkey.clinic.example CNAME dkim1.mandrillapp.com.clinic.example",
                        "WRONG RELATIVE_TARGET/ERROR"),
                argumentSet("no final dot, while a wildcard answers there", """
                        mte1._domainkey.clinic.example CNAME dkim1.mandrillapp.com.clinic.example
                        dkim1.mandrillapp.com.clinic.example TXT hello""", "WRONG RELATIVE_TARGET/ERROR"),
                argumentSet(
                        "no final dot, and the servers fail on the name made up so",
                        """
                        mte1._domainkey.clinic.example CNAME dkim1.mandrillapp.com.clinic.example
                        dkim1.mandrillapp.com.clinic.example TXT !SERVFAIL""",
                        "WRONG RELATIVE_TARGET/ERROR"),
                argumentSet(
                        "a name in the clinic's domain that does not exist",
                        "mte1._domainkey.clinic.example CNAME dkim1.clinic.example",
                        "WRONG RELATIVE_TARGET/ERROR"),
                argumentSet("a name in the clinic's domain that somebody made", """
                        mte1._domainkey.clinic.example CNAME key.clinic.example
                        key.clinic.example TXT hello""", "WRONG WRONG_TARGET/ERROR"),
                argumentSet(
                        "a target that only looks relative",
                        "mte1._domainkey.clinic.example CNAME dkim1.mandrillapp.com.notclinic.example",
                        "WRONG WRONG_TARGET/ERROR"),
                argumentSet(
                        "an alias beside text",
                        FIRST + "mte1._domainkey.clinic.example TXT v=DKIM1; p=AAAA",
                        "CONFLICT MULTIPLE_RECORDS/ERROR"),
                argumentSet(
                        "an alias beside an address",
                        FIRST + "mte1._domainkey.clinic.example A 203.0.113.9",
                        "CONFLICT MULTIPLE_RECORDS/ERROR"),
                argumentSet(
                        "an alias whose target has an address", FIRST + "dkim1.mandrillapp.com A 203.0.113.9", "OK"),
                argumentSet("two aliases", """
                        mte1._domainkey.clinic.example CNAME dkim1.mandrillapp.com
                        mte1._domainkey.clinic.example CNAME dkim2.mandrillapp.com""", "CONFLICT MULTIPLE_RECORDS/ERROR"),
                argumentSet("in a circle", """
                        mte1._domainkey.clinic.example CNAME a.clinic.example
                        a.clinic.example CNAME mte1._domainkey.clinic.example""", "WRONG CNAME_LOOP/ERROR"),
                argumentSet(
                        "no server answers",
                        "mte1._domainkey.clinic.example CNAME !TIMEOUT",
                        "UNKNOWN TIMEOUT/WARNING"),
                argumentSet(
                        "servers disagree",
                        "mte1._domainkey.clinic.example CNAME !NAMESERVERS_DISAGREE",
                        "UNKNOWN NAMESERVERS_DISAGREE/WARNING"),
                argumentSet("an alias that cannot be followed now", """
                        mte1._domainkey.clinic.example CNAME key.provider.example
                        key.provider.example TXT !SERVFAIL""", "UNKNOWN SERVFAIL/WARNING"),
                argumentSet("an alias into a zone that nobody serves here", """
                        mte1._domainkey.clinic.example CNAME key.provider.example
                        key.provider.example TXT !REFUSED""", "WRONG WRONG_TARGET/ERROR"),
                argumentSet("a right alias, the text beside it out of reach", FIRST + """
                        mte1._domainkey.clinic.example TXT !SERVFAIL""", "OK"));
    }

    @ParameterizedTest
    @MethodSource("aliases")
    void judgesTheAlias(String lines, String expected) {
        assertThat(summary(Examined.first(lines))).isEqualTo(expected);
    }

    @Test
    void seesThatTheSelectorsAreSwapped() {
        List<RecordCheck> both = Examined.both(VENDOR + """
                mte1._domainkey.clinic.example CNAME dkim2.mandrillapp.com
                mte2._domainkey.clinic.example CNAME dkim1.mandrillapp.com
                """);

        assertThat(both).extracting(Examined::summary).containsOnly("WRONG SELECTORS_SWAPPED/ERROR");
    }

    @Test
    void seesThatTheSelectorsAreSwappedBehindAliasesOfOnesOwn() {
        List<RecordCheck> both = Examined.both(VENDOR + """
                mte1._domainkey.clinic.example CNAME one.provider.example
                one.provider.example CNAME dkim2.mandrillapp.com
                mte2._domainkey.clinic.example CNAME dkim1.mandrillapp.com
                """);

        assertThat(both).extracting(Examined::summary).containsOnly("WRONG SELECTORS_SWAPPED/ERROR");
    }

    @Test
    void takesSelectorsThatPointToOneWrongKeyForWrong() {
        List<RecordCheck> both = Examined.both(VENDOR + """
                mte1._domainkey.clinic.example CNAME dkim3.mandrillapp.com
                mte2._domainkey.clinic.example CNAME dkim3.mandrillapp.com
                """);

        assertThat(both).extracting(Examined::summary).containsOnly("WRONG WRONG_TARGET/ERROR");
    }

    @Test
    void knowsAVendorsOtherKeyForWrongWithoutSeeingIt() {
        RecordCheck first = Examined.both("""
                        mte1._domainkey.clinic.example CNAME dkim2.mandrillapp.com
                        dkim2.mandrillapp.com TXT !TIMEOUT
                        """).getFirst();

        assertThat(summary(first)).isEqualTo("WRONG WRONG_TARGET/ERROR");
    }

    @Test
    void takesSelectorsOfWhichOnlyOneIsCrossedForWrong() {
        List<RecordCheck> both = Examined.both(VENDOR + """
                mte1._domainkey.clinic.example CNAME dkim2.mandrillapp.com
                mte2._domainkey.clinic.example CNAME dkim3.mandrillapp.com
                """);

        assertThat(both).extracting(Examined::summary).containsOnly("WRONG WRONG_TARGET/ERROR");
    }

    @Test
    void seesTheNameOfTheZoneAppendedWhereTheDomainLiesBelowItsApex() {
        RecordCheck first = Examined.run(
                        VENDOR + "mte1._domainkey.clinic.example CNAME dkim1.mandrillapp.com.example",
                        "example",
                        List.of(Examined.selector(1)))
                .getFirst();

        assertThat(summary(first)).isEqualTo("WRONG RELATIVE_TARGET/ERROR");
    }

    @Test
    void givesTheValueToPaste() {
        RecordCheck first = Examined.first("mte1._domainkey.clinic.example CNAME dkim1.mandrilapp.com");

        assertThat(first.findings().getFirst().args())
                .containsEntry("found", "dkim1.mandrilapp.com")
                .containsEntry("expected", "dkim1.mandrillapp.com")
                .containsEntry("suggested", "dkim1.mandrillapp.com");
    }

    @Test
    void showsEverythingThatStandsTogether() {
        RecordCheck first = Examined.first(FIRST + "mte1._domainkey.clinic.example TXT hello");

        assertThat(first.found()).containsExactly("dkim1.mandrillapp.com", "hello");
        assertThat(argument(first, "MULTIPLE_RECORDS", "found")).isEqualTo("dkim1.mandrillapp.com | hello");
        assertThat(argument(first, "MULTIPLE_RECORDS", "count")).isEqualTo("2");
    }

    @Test
    void saysWhereAnAliasThatCannotBeFollowedPoints() {
        RecordCheck first = Examined.first("""
                mte1._domainkey.clinic.example CNAME key.provider.example
                key.provider.example TXT !TIMEOUT""");

        assertThat(first.found()).containsExactly("key.provider.example");
        assertThat(argument(first, "TIMEOUT", "found")).isEqualTo("key.provider.example");
    }

    @Test
    void followsEightAliasesAndNoMore() {
        StringBuilder chain = new StringBuilder("mte1._domainkey.clinic.example CNAME a0.clinic.example\n");
        for (int index = 0; index < 6; index++) {
            chain.append("a%d.clinic.example CNAME a%d.clinic.example%n".formatted(index, index + 1));
        }

        assertThat(summary(Examined.first(chain + "a6.clinic.example CNAME dkim1.mandrillapp.com")))
                .isEqualTo("OK");
        assertThat(summary(Examined.first(chain + """
                a6.clinic.example CNAME a7.clinic.example
                a7.clinic.example CNAME dkim1.mandrillapp.com"""))).isEqualTo("WRONG CNAME_LOOP/ERROR");
    }
}
