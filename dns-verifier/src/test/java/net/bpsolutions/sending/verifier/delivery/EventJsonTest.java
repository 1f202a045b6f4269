package net.bpsolutions.sending.verifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventJsonTest {

    private static final String REQUEST = """
            {"id": "7b0d1f2e-8d0f-4b0e-9a3c-0d5f5a0b1c2d", "occurredAt": "2026-11-23T20:00:00Z", "domain": "%s",
             "reason": "SCHEDULED", "later": {"added": 1},
             "expected": [{"purpose": "%s", "type": "TXT", "name": "%s", "value": "x", "required": true}]}
            """;

    @Test
    void ignoresWhatItDoesNotKnow() {
        assertThat(read(REQUEST.formatted("clinic.example", "DMARC", "_dmarc.clinic.example")))
                .isInstanceOf(EventJson.Read.Request.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            clinic,         DMARC,  _dmarc.clinic.example
            clinic.example, MAGIC,  _dmarc.clinic.example
            clinic.example, DMARC,  _dmarc..clinic.example
            clinic.example, DMARC,  a b.clinic.example
            mü_ller.example, DMARC, _dmarc.clinic.example
            clinic.example, DMARC,  _dmarc.mü_ller.example
            """)
    void refusesWhatCannotBeChecked(String domain, String purpose, String name) {
        assertThat(read(REQUEST.formatted(domain, purpose, name)))
                .isEqualTo(new EventJson.Read.Unreadable(DeadLetterReason.INVALID_VALUE));
    }

    @Test
    void writesULabelsAsALabels() {
        EventJson.Read read = read(REQUEST.formatted("Hörgeräte.example", "DMARC", "_dmarc.hörgeräte.example"));

        assertThat(read).isInstanceOfSatisfying(EventJson.Read.Request.class, request -> {
            assertThat(request.request().domain()).hasToString("xn--hrgerte-9wa1n.example");
            assertThat(request.request().expected())
                    .extracting(ExpectedRecord::name)
                    .containsExactly("_dmarc.xn--hrgerte-9wa1n.example");
        });
    }

    @Test
    void refusesNamesBeyondTheLimits() {
        String longest = "a.".repeat(122) + "example";
        String label = "a".repeat(64) + ".example";

        assertThat(read(REQUEST.formatted("clinic.example", "DMARC", longest)))
                .isInstanceOf(EventJson.Read.Request.class);
        assertThat(read(REQUEST.formatted("clinic.example", "DMARC", "_dmarc." + longest)))
                .isEqualTo(new EventJson.Read.Unreadable(DeadLetterReason.INVALID_VALUE));
        assertThat(read(REQUEST.formatted(label, "DMARC", "_dmarc.clinic.example")))
                .isEqualTo(new EventJson.Read.Unreadable(DeadLetterReason.INVALID_VALUE));
    }

    @Test
    void refusesHalfARecord() {
        assertThat(read(REQUEST.formatted("clinic.example", "DMARC", "x")
                        .replace("\"value\": \"x\"", "\"value\": null")))
                .isEqualTo(new EventJson.Read.Unreadable(DeadLetterReason.MISSING_FIELD));
    }

    @Test
    void refusesATombstone() {
        assertThat(new EventJson().read(Topic.DNS_CHECK_REQUESTED, null))
                .isEqualTo(new EventJson.Read.Unreadable(DeadLetterReason.MALFORMED_JSON));
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThat(new EventJson().read(Topic.DNS_CHECK_REQUESTED, new byte[] {(byte) 0xff, 0, 1}))
                .isEqualTo(new EventJson.Read.Unreadable(DeadLetterReason.MALFORMED_JSON));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            id,         MISSING_FIELD
            occurredAt, MISSING_FIELD
            domain,     INVALID_VALUE
            expected,   MISSING_FIELD
            purpose,    INVALID_VALUE
            type,       INVALID_VALUE
            name,       INVALID_VALUE
            """)
    void requiresTheSameFieldsHoweverTheEventIsWritten(String field, DeadLetterReason whenEmpty) {
        String whole = REQUEST.formatted("clinic.example", "DMARC", "_dmarc.clinic.example");
        String value = "\"" + field + "\": (\"[^\"]*\"|\\[.*\\])";
        String absent = whole.replaceFirst(value, "\"other\": 1");
        String none = whole.replaceFirst(value, "\"" + field + "\": null");
        String empty = whole.replaceFirst(value, "\"" + field + "\": \"\"");

        assertThat(readBothWays(absent)).containsOnly(new EventJson.Read.Unreadable(DeadLetterReason.MISSING_FIELD));
        assertThat(readBothWays(none)).containsOnly(new EventJson.Read.Unreadable(DeadLetterReason.MISSING_FIELD));
        assertThat(readBothWays(empty)).containsOnly(new EventJson.Read.Unreadable(whenEmpty));
    }

    @Test
    void writesNothingThatABrokerWouldNotTake() {
        Map<String, String> large = Map.of("a", "x".repeat(1000 * 1024));

        assertThatIllegalStateException().isThrownBy(() -> new EventJson().write(large));
    }

    /** Of either topic, at once and, since not all of it is ASCII, thoroughly. */
    private static List<EventJson.Read> readBothWays(String json) {
        return Stream.of(Topic.DOMAIN_REGISTERED, Topic.DNS_CHECK_REQUESTED)
                .flatMap(topic -> Stream.of(json, json.replaceFirst("\"later\"", "\"später\""))
                        .map(each -> new EventJson().read(topic, each.getBytes(UTF_8))))
                .toList();
    }

    private static EventJson.Read read(String json) {
        return new EventJson().read(Topic.DNS_CHECK_REQUESTED, json.getBytes(UTF_8));
    }
}
