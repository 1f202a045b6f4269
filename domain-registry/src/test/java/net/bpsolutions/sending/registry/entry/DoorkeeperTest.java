package net.bpsolutions.sending.registry.entry;

import static org.assertj.core.api.Assertions.assertThat;

import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorkeeperTest {

    private static final Doorkeeper DOORKEEPER = new Doorkeeper(
            new PublicSuffixes(Settings.defaults()), new FreeMail(Settings.defaults()), Settings.defaults());

    @ParameterizedTest
    @CsvSource({
        "myhearingclinic.com, myhearingclinic.com",
        "' MyHearingClinic.COM. ', myhearingclinic.com",
        "hörklinik.de, xn--hrklinik-n4a.de",
        "straße.de, xn--strae-oqa.de",
        "XN--STRAE-OQA.DE, xn--strae-oqa.de",
        "clinic。com, clinic.com",
        "reminders.clinic.co.uk, reminders.clinic.co.uk",
        "example.com, example.com",
        "stanford.edu, stanford.edu",
        "www.ck, www.ck",
        "clinic.github.io, clinic.github.io",
        "r3---sn.clinic.com, r3---sn.clinic.com"
    })
    void admitsDomainsInCanonicalForm(String typed, String canonical) {
        assertThat(DOORKEEPER.admit(typed)).isEqualTo(new Entry.Accepted(new DomainName(canonical)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "myclinic",
                "-clinic.com",
                "clinic-.com",
                "clinic..com",
                "cli nic.com",
                "_dmarc.clinic.com",
                "clinic.com\u0000",
                "cli\nnic.com",
                "\uD800.com",
                "*.clinic.com",
                "clinic,com",
                "<clinic.com>",
                "xn--a.com"
            })
    void refusesWhatIsNoDomainName(String typed) {
        assertRefused(typed, Refusal.INVALID_DOMAIN);
    }

    @Test
    void refusesNamesThatAreTooLong() {
        assertRefused("a".repeat(64) + ".com", Refusal.INVALID_DOMAIN);
        assertRefused("a.".repeat(126) + "com", Refusal.INVALID_DOMAIN);
        assertRefused("a".repeat(100_000), Refusal.INVALID_DOMAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"com", "co.uk", "github.io", "CO.UK.", "k12.ca.us", "xn--p1ai", "рф", "foo.ck"})
    void refusesPublicSuffixes(String typed) {
        assertRefused(typed, Refusal.PUBLIC_SUFFIX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "clinic.local",
                "clinic.internal",
                "clinic.test",
                "a.localhost",
                "abc.onion",
                "1.0.0.127.in-addr.arpa",
                "clinic.example",
                "printer.home.arpa",
                "clinic.alt",
                "clinic.corp",
                "internal",
                "HÖR.TEST",
                "clinic.invalid",
                "192.0.2.1",
                "[2001:db8::1]",
                "2001:db8::1",
                "::1",
                "http://192.0.2.1/",
                "127.1.1.1"
            })
    void refusesReservedNamesAndAddresses(String typed) {
        assertRefused(typed, Refusal.RESERVED_DOMAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "GMail.com.",
                "yahoo.co.uk",
                "hotmail.fr",
                "mail.gmail.com",
                "jane@gmail.com",
                "web.de",
                "ＧＭＡＩＬ.com"
            })
    void refusesFreeMail(String typed) {
        assertRefused(typed, Refusal.FREE_MAIL_DOMAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www-x.myclinic.com/contact?x=1",
                "http://user:pw@www-x.myclinic.com:8080",
                "www-x.myclinic.com/",
                "jane@www-x.myclinic.com",
                "mailto:jane@www-x.myclinic.com",
                "www-x.myclinic.com:443",
                "//www-x.myclinic.com"
            })
    void namesTheDomainThatWasMeant(String typed) {
        assertThat(DOORKEEPER.admit(typed)).isInstanceOfSatisfying(Entry.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.INVALID_DOMAIN);
            assertThat(refused.meant()).contains(new DomainName("www-x.myclinic.com"));
            assertThat(refused.detail()).contains("www-x.myclinic.com");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.clinic.com/kontakt, clinic.com",
        "www.clinic.com/, clinic.com",
        "http://WWW.Clinic.co.uk, clinic.co.uk",
        "jane@clinic.com, clinic.com"
    })
    void namesTheMailDomainOfAWebsite(String typed, String meant) {
        assertThat(DOORKEEPER.admit(typed))
                .isInstanceOfSatisfying(
                        Entry.Refused.class,
                        refused -> assertThat(
                                        refused.meant().map(DomainName::value).orElse(""))
                                .isEqualTo(meant));
    }

    @Test
    void leavesRoomForTheLongestOwnerName() {
        String label = "a".repeat(59);
        String longest = label + "." + label + "." + label + "." + "a".repeat(53) + ".com";
        assertThat(("mte1._domainkey." + longest)).hasSize(253);

        assertThat(DOORKEEPER.admit(longest)).isInstanceOf(Entry.Accepted.class);
        assertRefused("a" + longest, Refusal.INVALID_DOMAIN);
    }

    @Test
    void admitsAReservedNameWhereTheOperatorAllowsIt() {
        Doorkeeper doorkeeper = new Doorkeeper(
                new PublicSuffixes(Settings.defaults()),
                new FreeMail(Settings.defaults()),
                Settings.with("registry.entry.allowed-reserved", "example"));

        assertThat(doorkeeper.admit("clinic.example")).isInstanceOf(Entry.Accepted.class);
        assertThat(doorkeeper.admit("clinic.test")).isInstanceOf(Entry.Refused.class);
    }

    @Test
    void followsTheOperatorsAdditionsAndExceptions() {
        Doorkeeper doorkeeper = new Doorkeeper(
                new PublicSuffixes(Settings.defaults()),
                new FreeMail(Settings.with(
                        "registry.entry.free-mail-additions", "clinic-mail.com",
                        "registry.entry.free-mail-exceptions", "web.de")),
                Settings.defaults());

        assertThat(doorkeeper.admit("clinic-mail.com"))
                .isInstanceOfSatisfying(
                        Entry.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.FREE_MAIL_DOMAIN));
        assertThat(doorkeeper.admit("web.de")).isInstanceOf(Entry.Accepted.class);
    }

    private static void assertRefused(String typed, Refusal refusal) {
        assertThat(DOORKEEPER.admit(typed))
                .as(typed)
                .isInstanceOfSatisfying(
                        Entry.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
