package net.bpsolutions.sending.verifier.spf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all",
                "-ALL",
                "?include:a.example",
                "include:A.Example.",
                "include:a..example",
                "include:_spf.%{d}",
                "include:a.b_c.xn--p1ai",
                "a",
                "a/0",
                "a//64",
                "a/24//64",
                "a:b.example//64",
                "a:b/c:d.example/24",
                "a:%{l2r/}.b.example/24",
                "mx:b.example./24",
                "ptr",
                "ptr:b.example",
                "ip4:0.0.0.0/0",
                "ip4:192.0.2.255",
                "ip4:192.0.2.0/24",
                "ip6:2001:db8::/32",
                "ip6:::",
                "ip6:::ffff:192.0.2.1/128",
                "exists:%{i}._spf.%{d}",
                "exists:%{ir}.%{v}._spf.%{d2}",
                "exists:%{L1R-+}",
                "exists:a%%b%_c%-d.example",
                "redirect=a.example",
                "EXP=why.%{o}",
                "unknown=",
                "unknown.thing-2_x=a:b/c",
                "op=%{t}",
                "ra=postmaster"
            })
    void readsEveryTerm(String term) {
        assertThat(TermReader.read(term, 1)).isNotInstanceOf(Term.Broken.class);
    }

    @ParameterizedTest
    @CsvSource({
        "all:a.example, VALUE_NOT_ALLOWED, 3",
        "-all., UNKNOWN_TERM, 0",
        "all/8, VALUE_NOT_ALLOWED, 3",
        "include, VALUE_MISSING, 0",
        "include:, VALUE_MISSING, 0",
        "+include:, VALUE_MISSING, 0",
        "include:localhost, DOMAIN, 8",
        "include:localhost., DOMAIN, 8",
        "include:a.example/24, DOMAIN, 17",
        "include:a.example:25, DOMAIN, 17",
        "include:a.example-, DOMAIN, 17",
        "exists/24, VALUE_NOT_ALLOWED, 6",
        "a:, VALUE_MISSING, 0",
        "a:192.0.2.1, DOMAIN, 10",
        "a:b.example/33, PREFIX_LENGTH, 11",
        "a/24/64, PREFIX_LENGTH, 1",
        "a//129, PREFIX_LENGTH, 1",
        "a/24//129, PREFIX_LENGTH, 4",
        "mx/, PREFIX_LENGTH, 2",
        "mx/024, PREFIX_LENGTH, 2",
        "ptr/24, VALUE_NOT_ALLOWED, 3",
        "ip4, VALUE_MISSING, 0",
        "ip4:, VALUE_MISSING, 0",
        "ip4:192.0.2, ADDRESS, 4",
        "ip4:192.0.2.256, ADDRESS, 4",
        "ip4:192.0.2.01, ADDRESS, 4",
        "ip4:192.0.2.1:25, ADDRESS, 4",
        "ip4:2001:db8::1, ADDRESS, 4",
        "-ip4:relay.example, ADDRESS, 5",
        "ip4:192.0.2.1/33, PREFIX_LENGTH, 13",
        "ip4:192.0.2.1//32, PREFIX_LENGTH, 13",
        "ip6:192.0.2.1, ADDRESS, 4",
        "ip6:2001:db8::1::2, ADDRESS, 4",
        "ip6:2001:db8:O::1, ADDRESS, 4",
        "ip6:2001:db8::%eth0, ADDRESS, 4",
        "ip6:2001:db8::/129, PREFIX_LENGTH, 14",
        "ipv4:192.0.2.1, UNKNOWN_TERM, 0",
        "incl:x.example, UNKNOWN_TERM, 0",
        "redirect:x.example, UNKNOWN_TERM, 0",
        "-redirect=x.example, UNKNOWN_TERM, 0",
        "1up=foo, UNKNOWN_TERM, 0",
        "=all, UNKNOWN_TERM, 0",
        "-, UNKNOWN_TERM, 0",
        "redirect=, VALUE_MISSING, 0",
        "redirect=-all, DOMAIN, 9",
        "exp=%{c}.a.example, MACRO, 4",
        "exists:a%, MACRO, 8",
        "exists:%(i).example, MACRO, 7",
        "exists:%{}.example, MACRO, 7",
        "exists:%{i, MACRO, 7",
        "exists:%{x}.example, MACRO, 7",
        "exists:%{d0}.example, MACRO, 7",
        "exists:%{d2rr}.example, MACRO, 7",
        "exists:b.%{i!}, MACRO, 9",
        "foo=%abc, MACRO, 4",
        "a:bücher.example, CHARACTER, 3"
    })
    void pointsAtWhatIsWrong(String term, String reason, int offset) {
        Term read = TermReader.read(term, 1);

        assertThat(read)
                .isInstanceOfSatisfying(
                        Term.Broken.class,
                        broken -> assertThat(broken.fault()).isEqualTo(new Fault(Fault.Kind.valueOf(reason), offset)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tmx", "a\u0000", "-all\r", "\u00a0mx", "–all", "mx\ufeff"})
    void refusesWhatIsNoVisibleAscii(String term) {
        assertThat(TermReader.read(term, 1))
                .isInstanceOfSatisfying(
                        Term.Broken.class,
                        broken -> assertThat(broken.fault().kind()).isEqualTo(Fault.Kind.CHARACTER));
    }

    @Test
    void takesDomainAndLengthsApart() {
        assertThat(TermReader.read("~a:b/c.example/24//64", 8))
                .isEqualTo(
                        new Term.Directive("~a:b/c.example/24//64", 8, Qualifier.SOFTFAIL, Mechanism.A, "b/c.example"));
    }
}
