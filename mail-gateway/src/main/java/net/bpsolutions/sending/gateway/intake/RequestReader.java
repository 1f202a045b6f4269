package net.bpsolutions.sending.gateway.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import net.bpsolutions.sending.events.SendRequest;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.deadletter.Unreadable;
import net.bpsolutions.sending.gateway.digest.Sha256;
import net.bpsolutions.sending.gateway.ledger.Entry;
import net.bpsolutions.sending.gateway.ledger.RequestId;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads records of {@code send-requests}. Whatever they hold, there is an answer. */
@ApplicationScoped
class RequestReader {

    private static final Logger LOG = Logger.getLogger(RequestReader.class);

    private final ObjectMapper json;
    private final RequestCheck check;
    private final long maxSize;
    private final Clock clock;

    RequestReader(ObjectMapper json, GatewayConfig config, Clock clock) {
        this.json = json;
        this.check = new RequestCheck(config.intake());
        this.maxSize = config.intake().maxRequestSize().asLongValue();
        this.clock = clock;
    }

    Reading read(byte @Nullable [] value) {
        if (value == null) {
            return new Reading.Nameless(Unreadable.MALFORMED_JSON);
        }
        JsonNode tree = tree(value);
        if (!tree.isObject()) {
            return new Reading.Nameless(Unreadable.MALFORMED_JSON);
        }
        if (!tree.hasNonNull("id") || !tree.hasNonNull("clinicId")) {
            return new Reading.Nameless(Unreadable.MISSING_FIELD);
        }
        return id(tree).<Reading>map(id -> new Reading.Understood(entry(id, tree, value)))
                .orElseGet(() -> new Reading.Nameless(Unreadable.INVALID_VALUE));
    }

    private JsonNode tree(byte[] value) {
        try {
            return json.readTree(value);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<RequestId> id(JsonNode tree) {
        JsonNode clinic = tree.get("clinicId");
        JsonNode request = tree.get("id");
        if (!clinic.isTextual() || !request.isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RequestId(clinic.textValue(), request.textValue()));
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private Entry entry(RequestId id, JsonNode tree, byte[] value) {
        try {
            SendRequest request = json.treeToValue(tree, SendRequest.class);
            // Hashed as understood: the same request, spaced or ordered otherwise, is the same request.
            byte[] hash = Sha256.of(json.writeValueAsBytes(request));
            return new Entry(id, hash, value.length > maxSize ? tooLarge() : check.check(request, Instant.now(clock)));
        } catch (JsonProcessingException | IllegalArgumentException wrongType) {
            return unreadable(id, value);
        } catch (RuntimeException fault) {
            // Whatever the fault is, the same record would meet it again, and nothing behind it would be taken.
            LOG.errorf(
                    "a send request cannot be read: clinicId=%s requestId=%s %s",
                    id.clinicId(), id.requestId(), fault.getClass().getName());
            return unreadable(id, value);
        }
    }

    private static Entry unreadable(RequestId id, byte[] value) {
        return new Entry(id, Sha256.of(value), new Entry.Refused("", "invalid-field"));
    }

    private static Entry.Content tooLarge() {
        return new Entry.Refused("", "too-large");
    }
}
