package net.bpsolutions.sending.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import net.bpsolutions.sending.events.SendRequest;
import net.bpsolutions.sending.gateway.ledger.Entry;
import net.bpsolutions.sending.gateway.parts.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Request GOOD = Request.of("jane@clinic.example", "pat@example.org");

    @Test
    void takesWhatTheContractShows() {
        assertThat(check(GOOD)).isInstanceOf(Entry.Sendable.class);
    }

    @Test
    void takesLineEndsAndTabsInBodies() {
        assertThat(check(GOOD.replacing("Hello Pat", "Hello\\r\\n\\tPat"))).isInstanceOf(Entry.Sendable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\r", "\\n", "\\u0000", "\\u001b", "\\u0085", "\\u2028", "\\ud800", "\\t"})
    void refusesControlCharactersInWhateverBecomesAHeader(String control) {
        assertThat(reason(GOOD.replacing("Your appointment", "a" + control + "b")))
                .isEqualTo("control-character");
        assertThat(reason(GOOD.replacing("My Hearing", "a" + control + "b"))).isEqualTo("control-character");
        assertThat(reason(GOOD.replacing("Pat Doe", "a" + control + "b"))).isEqualTo("control-character");
        assertThat(reason(GOOD.replacing("reminder", "a" + control + "b"))).isEqualTo("control-character");
        assertThat(reason(GOOD.replacing("pat@", "a" + control + "b@"))).isEqualTo("invalid-recipient");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0008", "\\u009f", "\\udc00"})
    void refusesControlCharactersInBodies(String control) {
        assertThat(reason(GOOD.replacing("Hello", control))).isEqualTo("control-character");
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(reason(GOOD.replacing("\"from\"", "\"form\""))).isEqualTo("no-from");
        assertThat(reason(GOOD.replacing("\"to\"", "\"ot\""))).isEqualTo("no-recipient");
        assertThat(reason(GOOD.replacing("\"text\"", "\"txet\""))).isEqualTo("no-content");
    }

    @Test
    void refusesCategoriesThatAreTexts() {
        assertThat(check(GOOD.replacing("reminder", "a".repeat(200)))).isInstanceOf(Entry.Sendable.class);
        assertThat(reason(GOOD.replacing("reminder", "a".repeat(201)))).isEqualTo("category-too-long");
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThat(reason(GOOD.replacing("jane@", "jane"))).isEqualTo("invalid-from");
        assertThat(reason(GOOD.with("replyTo", "{\"address\": \"x\"}"))).isEqualTo("invalid-reply-to");
    }

    @Test
    void refusesFilesThatCannotBeRead() {
        assertThat(reason(file("{\"name\": \"a\", \"content\": \"%%%\"}"))).isEqualTo("invalid-attachment");
        assertThat(reason(file("{\"name\": \"a\\nb\", \"content\": \"\"}"))).isEqualTo("invalid-attachment");
        assertThat(reason(file("{\"name\": \"a\", \"contentType\": \"text/x\\r\\nX: y\", \"content\": \"\"}")))
                .isEqualTo("invalid-attachment");
        assertThat(reason(file("null"))).isEqualTo("invalid-attachment");
    }

    @Test
    void refusesWhatIsToBeSentInMoreThanAYear() {
        assertThat(reason(GOOD.with("sendAt", "\"" + NOW.plus(Duration.ofDays(367)) + "\"")))
                .isEqualTo("send-at-too-far");
    }

    @Test
    void refusesAnExpiryBeyondAllCalendars() {
        assertThat(reason(GOOD.with("expiresAt", "\"" + Instant.MAX + "\""))).isEqualTo("expires-at-too-far");
        assertThat(check(GOOD.with("expiresAt", "\"" + Instant.MIN + "\"")))
                .isInstanceOfSatisfying(
                        Entry.Sendable.class,
                        sendable -> assertThat(sendable.expiresAt()).isEqualTo(Instant.EPOCH));
    }

    @Test
    void namesARepeatedRecipientOnce() {
        Entry.Content content = check(GOOD.replacing("\"to\": [", "\"to\": [{\"address\": \"pat@EXAMPLE.org\"},"));

        assertThat(content)
                .isInstanceOfSatisfying(
                        Entry.Sendable.class,
                        sendable -> assertThat(sendable.mail().to()).hasSize(1));
    }

    private static Request file(String json) {
        return GOOD.with("attachments", "[" + json + "]");
    }

    private static String reason(Request request) {
        return check(request) instanceof Entry.Refused refused ? refused.reason() : "taken";
    }

    private static Entry.Content check(Request request) {
        try {
            return new RequestCheck(new Limits()).check(JSON.readValue(request.json(), SendRequest.class), NOW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Limits() implements IntakeConfig {
        @Override
        public MemorySize maxRequestSize() {
            return new MemorySize(BigInteger.TEN);
        }

        @Override
        public Duration maxDelay() {
            return Duration.ofDays(366);
        }

        @Override
        public int maxRecipients() {
            return 50;
        }
    }
}
