package net.bpsolutions.sending.gateway.authentication;

import static net.bpsolutions.sending.gateway.authentication.Dns.Type.A;
import static net.bpsolutions.sending.gateway.authentication.Dns.Type.MX;
import static net.bpsolutions.sending.gateway.authentication.Dns.Type.TXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpfTest {

    private static final String CLIENT = "192.0.2.1";
    private final Zone zone = new Zone();

    @ParameterizedTest
    @CsvSource({
        "v=spf1 ip4:192.0.2.0/24 -all, PASS",
        "v=spf1 ip4:198.51.100.1 -all, FAIL",
        "v=spf1 ip4:198.51.100.1 ~all, SOFTFAIL",
        "v=spf1 ?all, NEUTRAL",
        "v=spf1 ip4:nonsense -all, PERMERROR",
        "v=spf2 +all, NONE"
    })
    void saysWhatTheRecordSays(String record, Verdict verdict) {
        zone.with("clinic.example", TXT, record);

        assertThat(check("jane@clinic.example")).isEqualTo(new Spf.Result(verdict, "clinic.example"));
    }

    @Test
    void followsIncludesAndNames() {
        zone.with("clinic.example", TXT, "v=spf1 a include:host.example -all")
                .with("clinic.example", A, "198.51.100.7")
                .with("host.example", TXT, "v=spf1 mx -all")
                .with("host.example", MX, "mx.host.example")
                .with("mx.host.example", A, CLIENT);

        assertThat(check("jane@Clinic.Example").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void allowsTwoVoidLookups() {
        zone.with("clinic.example", TXT, "v=spf1 a:a.example a:b.example ip4:192.0.2.1 -all");

        assertThat(check("jane@clinic.example").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void refusesThreeVoidLookups() {
        zone.with("clinic.example", TXT, "v=spf1 a:a.example a:b.example a:c.example ip4:192.0.2.1 -all");

        assertThat(check("jane@clinic.example").verdict()).isEqualTo(Verdict.PERMERROR);
    }

    @Test
    void refusesMoreThanTenExchanges() {
        zone.with("clinic.example", TXT, "v=spf1 mx ip4:192.0.2.1 -all")
                .with(
                        "clinic.example",
                        MX,
                        IntStream.range(0, 11)
                                .mapToObj(i -> "mx" + i + ".example")
                                .toArray(String[]::new));

        assertThat(check("jane@clinic.example").verdict()).isEqualTo(Verdict.PERMERROR);
    }

    @Test
    void refusesElevenIncludes() {
        StringBuilder record = new StringBuilder("v=spf1");
        for (int i = 0; i < 11; i++) {
            record.append(" include:i").append(i).append(".example");
            zone.with("i" + i + ".example", TXT, "v=spf1 ip4:198.51.100.1 ?all");
        }
        zone.with("clinic.example", TXT, record + " ip4:192.0.2.1 -all");

        assertThat(check("jane@clinic.example").verdict()).isEqualTo(Verdict.PERMERROR);
    }

    @Test
    void doesNotKnowWhileDnsDoesNotAnswer() {
        zone.broken("clinic.example");

        assertThat(check("jane@clinic.example").verdict()).isEqualTo(Verdict.TEMPERROR);
    }

    @Test
    void looksAtHeloForTheNullSender() {
        zone.with("mail.clinic.example", TXT, "v=spf1 ip4:192.0.2.1 -all");

        assertThat(check("")).isEqualTo(new Spf.Result(Verdict.PASS, "mail.clinic.example"));
    }

    @Test
    void saysNothingOfWhatWasFetched() {
        assertThat(new Spf(zone).check(Origin.UNKNOWN).verdict()).isEqualTo(Verdict.NONE);
        assertThat(zone.asked).isEmpty();
    }

    private Spf.Result check(String sender) {
        return new Spf(zone).check(new Origin(CLIENT, "mail.clinic.example", sender));
    }
}
