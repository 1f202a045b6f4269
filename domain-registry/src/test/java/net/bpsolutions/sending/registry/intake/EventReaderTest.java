package net.bpsolutions.sending.registry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import net.bpsolutions.sending.events.CheckSuggested;
import net.bpsolutions.sending.registry.intake.Reading.Reason;
import net.bpsolutions.sending.registry.intake.Reading.Refused;
import net.bpsolutions.sending.registry.intake.Reading.Understood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final EventReader READER = new EventReader(JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build());
    private static final String GOOD = """
            {"id":"8f0f6b0e-2c66-4c0b-a7b8-1d7f6f0c9a01","occurredAt":"2026-11-23T09:01:00Z","clinicId":"c",
             "domain":"clinic.com","reason":"r","later":{"added":[1]}}""";

    @Test
    void readsAnEventAndIgnoresWhatItDoesNotKnow() {
        assertThat(read(GOOD)).isInstanceOf(Understood.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "[]", "null", "42", "\u0000\u0001"})
    void tellsWhatIsNoJsonObject(String value) {
        assertThat(read(value)).isEqualTo(new Refused<>(Reason.MALFORMED_JSON));
    }

    @Test
    void tellsThatAFieldIsMissing() {
        assertThat(read(GOOD.replace("\"reason\"", "\"other\""))).isEqualTo(new Refused<>(Reason.MISSING_FIELD));
        assertThat(read(GOOD.replace("\"c\"", "null"))).isEqualTo(new Refused<>(Reason.MISSING_FIELD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic.com", "2026-11-23T09:01:00Z", "8f0f6b0e-2c66-4c0b-a7b8-1d7f6f0c9a01"})
    void tellsThatAValueIsNotValid(String valid) {
        assertThat(read(GOOD.replace(valid, "..."))).isEqualTo(new Refused<>(Reason.INVALID_VALUE));
    }

    private static Reading<CheckSuggested> read(String value) {
        return READER.read(
                value.getBytes(UTF_8),
                CheckSuggested.class,
                List.of("id", "occurredAt", "clinicId", "domain", "reason"));
    }
}
