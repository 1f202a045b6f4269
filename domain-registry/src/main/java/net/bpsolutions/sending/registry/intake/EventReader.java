package net.bpsolutions.sending.registry.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import net.bpsolutions.sending.registry.intake.Reading.Reason;
import net.bpsolutions.sending.registry.intake.Reading.Refused;
import net.bpsolutions.sending.registry.intake.Reading.Understood;

/** Reads events; unknown fields are ignored, required ones are insisted on. */
@ApplicationScoped
class EventReader {

    private final ObjectMapper json;

    EventReader(ObjectMapper json) {
        this.json = json;
    }

    <T> Reading<T> read(byte[] value, Class<T> type, List<String> required) {
        try {
            JsonNode tree = json.readTree(value);
            if (!tree.isObject()) {
                return new Refused<>(Reason.MALFORMED_JSON);
            }
            if (!required.stream().allMatch(tree::hasNonNull)) {
                return new Refused<>(Reason.MISSING_FIELD);
            }
            return new Understood<>(json.treeToValue(tree, type));
        } catch (JsonProcessingException e) {
            return new Refused<>(e instanceof JsonMappingException ? Reason.INVALID_VALUE : Reason.MALFORMED_JSON);
        } catch (IOException e) {
            return new Refused<>(Reason.MALFORMED_JSON);
        }
    }
}
