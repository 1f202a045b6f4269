package net.bpsolutions.sending.verifier.command;

import static org.assertj.core.api.Assertions.assertThat;

import net.bpsolutions.sending.events.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTest {

    @ParameterizedTest
    @CsvSource({
        "clinic.example,         clinic.example",
        "' Clinic.EXAMPLE. ',    clinic.example",
        "hörgeräte.example,      xn--hrgerte-9wa1n.example",
        "Hörgeräte。example,      xn--hrgerte-9wa1n.example",
        "www.clinic.example,     www.clinic.example",
    })
    void readsADomain(String typed, String domain) {
        assertThat(Typed.read(typed)).isEqualTo(new Entry.Domain(new DomainName(domain)));
    }

    @ParameterizedTest
    @CsvSource({
        "jane@clinic.example,                     mail address,       clinic.example",
        "mailto:jane@clinic.example,              mail address,       clinic.example",
        "Jane Doe <jane@clinic.example>,          mail address,       clinic.example",
        "jane@hörgeräte.example,                  mail address,       xn--hrgerte-9wa1n.example",
        "https://www.clinic.example/about?x=1#y,  web address,        clinic.example",
        "http://user:pass@clinic.example:8080/,   web address,        clinic.example",
        "//clinic.example,                        web address,        clinic.example",
        "clinic.example/about,                    more than,          clinic.example",
        "clinic.example:443,                      more than,          clinic.example",
        "_dmarc.clinic.example,                   name of a record,   clinic.example",
        "mte1._domainkey.clinic.example,          name of a record,   clinic.example",
    })
    void namesTheDomainThatWasMeant(String typed, String what, String meant) {
        assertThat(refusal(typed)).contains(what).endsWith("The domain is probably " + meant + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "not_a_domain,           is not a domain name",
        "a..b,                   is not a domain name",
        "mü_ller.example,        is not a domain name",
        "foo bar,                is not a domain name",
        "jane@clinic,            is not a domain name",
        "clinic,                 two parts at least",
        "192.0.2.1,              is an IP address",
        "2001:db8::1,            is an IP address",
        "[2001:db8::1],          is an IP address",
    })
    void saysWhatIsWrongWithAnythingElse(String typed, String why) {
        assertThat(refusal(typed)).contains("'" + typed + "'", why);
    }

    @Test
    void saysThatANameIsTooLong() {
        assertThat(refusal("a".repeat(64) + ".example")).contains("63 characters");
        assertThat(refusal("a.".repeat(130) + "example")).contains("253 characters");
    }

    @Test
    void refusesAnythingHoweverLong() {
        assertThat(refusal("a.".repeat(60_000) + "_")).contains("is not a domain name");
        assertThat(refusal("ö".repeat(100_000))).contains("is not a domain name");
    }

    @Test
    void refusesADomainThatIsTooLongForItsRecords() {
        String longest = "a.".repeat(115) + "example";

        assertThat(longest).hasSize(237);
        assertThat(Typed.read(longest)).isInstanceOf(Entry.Domain.class);
        assertThat(refusal("a" + longest)).contains("too long", "mte1._domainkey.", "253");
    }

    @Test
    void echoesNothingThatActsOnATerminal() {
        assertThat(refusal("\u001b[31m\u202e" + "x".repeat(5000)))
                .contains("<U+001B>[31m<U+202E>")
                .hasSizeLessThan(250);
    }

    private static String refusal(String typed) {
        return Typed.read(typed) instanceof Entry.Refused(String why) ? why : "accepted";
    }
}
