package net.bpsolutions.sending.gateway.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import net.bpsolutions.sending.gateway.checks.CheckReading.Checked;
import net.bpsolutions.sending.gateway.checks.CheckReading.Refused;
import net.bpsolutions.sending.gateway.deadletter.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String GOOD = """
            {"id": "6d3f0a52-5f0e-4a60-9d1c-0f9b8a3f3d11", "occurredAt": "2026-11-23T09:01:01.250000999Z",
             "causeId": "0d1f0a52-5f0e-4a60-9d1c-0f9b8a3f3d22", "domain": "myhearingclinic.com", "added": "later",
             "records": [{"purpose": "DMARC", "name": "_dmarc.myhearingclinic.com", "state": "MISSING",
                          "found": [], "ttl": null, "findings": []}],
             "nameservers": [], "dnsHost": null}""";

    private final CheckReader reader =
            new CheckReader(new ObjectMapper().registerModule(new JavaTimeModule()), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void readsWhatIsMissingAndWhenItWasSeen() {
        assertThat(read(GOOD)).isInstanceOfSatisfying(Checked.class, read -> {
            assertThat(read.domain().records().missing()).isEqualTo(new MissingRecords.Some(1));
            assertThat(read.domain().at()).isEqualTo("2026-11-23T09:01:01.250Z");
        });
    }

    @Test
    void takesATimeThatIsAheadForNow() {
        assertThat(read(GOOD.replace("2026-11-23T09", "2999-11-23T09")))
                .isInstanceOfSatisfying(
                        Checked.class, read -> assertThat(read.domain().at()).isEqualTo(NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "occurredAt", "domain", "purpose", "name", "state"})
    void missesWhatItNeeds(String field) {
        assertThat(read(GOOD.replace("\"" + field + "\"", "\"other\"")))
                .isEqualTo(new Refused(Unreadable.MISSING_FIELD));
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThat(read("{")).isEqualTo(new Refused(Unreadable.MALFORMED_JSON));
        assertThat(read("{\"domain\": \"my")).isEqualTo(new Refused(Unreadable.MALFORMED_JSON));
        assertThat(reader.read(null)).isEqualTo(new Refused(Unreadable.MISSING_FIELD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_dmarc\\u0000.a.example", "", "two names"})
    void refusesWhatIsNoOwnerName(String name) {
        assertThat(read(GOOD.replace("_dmarc.myhearingclinic.com", name)))
                .isEqualTo(new Refused(Unreadable.INVALID_VALUE));
    }

    @Test
    void refusesStatesItDoesNotKnow() {
        assertThat(read(GOOD.replace("\"MISSING\"", "\"FINE\""))).isEqualTo(new Refused(Unreadable.INVALID_VALUE));
        assertThat(read(GOOD.replace("\"records\"", "\"other\""))).isEqualTo(new Refused(Unreadable.INVALID_VALUE));
    }

    private CheckReading read(String value) {
        return reader.read(value.getBytes(UTF_8));
    }
}
