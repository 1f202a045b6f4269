package net.bpsolutions.sending.gateway.challenge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import net.bpsolutions.sending.gateway.challenge.ChallengeRequestReading.Order;
import net.bpsolutions.sending.gateway.challenge.ChallengeRequestReading.Refused;
import net.bpsolutions.sending.gateway.deadletter.Unreadable;
import net.bpsolutions.sending.gateway.mail.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeRequestReadingTest {

    private static final String GOOD = """
            {"id": "6d3f0a52-5f0e-4a60-9d1c-0f9b8a3f3d11", "occurredAt": "2026-11-23T10:00:00Z",
             "domainId": "0d1f0a52-5f0e-4a60-9d1c-0f9b8a3f3d22", "clinicId": "clinic-42",
             "domain": "myhearingclinic.com", "mailbox": "jane", "added": "later"}""";

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void ordersMessageToTheMailboxOfTheDomain() {
        assertThat(read(GOOD))
                .isInstanceOfSatisfying(
                        Order.class,
                        read -> assertThat(read.order().recipient())
                                .isEqualTo(new Address("jane@myhearingclinic.com")));
    }

    @Test
    void givesTheSameOrderWhenRedelivered() {
        assertThat(read(GOOD)).isEqualTo(read(GOOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@evil.example,jane", "jane@evil.example", "jane\\r\\nBcc: x", "", "\\\"jane\\\""})
    void writesToNobodyButTheMailbox(String mailbox) {
        assertThat(read(GOOD.replace("\"jane\"", "\"" + mailbox + "\"")))
                .isEqualTo(new Refused(Unreadable.INVALID_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "domainId", "clinicId", "domain", "mailbox"})
    void missesWhatItNeeds(String field) {
        assertThat(read(GOOD.replace("\"" + field + "\"", "\"other\"")))
                .isEqualTo(new Refused(Unreadable.MISSING_FIELD));
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThat(read("{")).isEqualTo(new Refused(Unreadable.MALFORMED_JSON));
        assertThat(ChallengeRequestReading.of(null, json)).isEqualTo(new Refused(Unreadable.MISSING_FIELD));
    }

    @Test
    void refusesWhatIsNoDomain() {
        assertThat(read(GOOD.replace("myhearingclinic.com", "my clinic")))
                .isEqualTo(new Refused(Unreadable.INVALID_VALUE));
    }

    private ChallengeRequestReading read(String value) {
        return ChallengeRequestReading.of(value.getBytes(UTF_8), json);
    }
}
