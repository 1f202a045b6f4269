package net.bpsolutions.sending.verifier.delivery;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.bpsolutions.sending.events.DnsCheckRequested;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainRegistered;
import net.bpsolutions.sending.events.Event;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.verifier.check.CheckRequest;
import org.jspecify.annotations.Nullable;

/** Events as JSON. What strangers send is looked through before it is believed. */
public final class EventJson {

    /** Of the 1 MiB that producers send, less what headers and the key may take. */
    private static final int MOST_BYTES = 900 * 1024;

    private static final List<String> FIELDS = List.of("id", "occurredAt", "domain", "expected");
    private static final List<String> RECORD_FIELDS = List.of("purpose", "type", "name", "value");

    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final ObjectReader registered = mapper.readerFor(DomainRegistered.class);
    private final ObjectReader requested = mapper.readerFor(DnsCheckRequested.class);
    private final ObjectWriter checked = mapper.writerFor(DnsChecked.class);

    /** What a record's value turned out to be. */
    sealed interface Read {

        /**
         * A request.
         *
         * @param request can be checked
         */
        record Request(CheckRequest request) implements Read {}

        /**
         * Not a request.
         *
         * @param reason why nobody can ever check it
         */
        record Unreadable(DeadLetterReason reason) implements Read {}
    }

    /** Reads a value of {@code topic}, one of the two that are consumed. */
    Read read(Topic topic, byte @Nullable [] value) {
        if (value != null && isPlain(value)) {
            Optional<CheckRequest> request = atOnce(topic, value);
            if (request.isPresent()) {
                return new Read.Request(request.get());
            }
        }
        return thoroughly(topic, value);
    }

    /** Nothing but ASCII, and nothing escaped: no name is spelt in a way that has to be looked at. */
    private static boolean isPlain(byte[] value) {
        for (byte each : value) {
            if (each < 0 || each == '\\') {
                return false;
            }
        }
        return true;
    }

    /** A request that is as it should be, which nearly all are; empty says nothing about why it is not. */
    private Optional<CheckRequest> atOnce(Topic topic, byte[] value) {
        try (JsonParser json = mapper.createParser(value)) {
            return request(topic, json);
        } catch (IOException | IllegalArgumentException | NullPointerException notSo) {
            return Optional.empty();
        }
    }

    /** The request, unless something is missing from it. */
    private Optional<CheckRequest> request(Topic topic, JsonParser json) throws IOException {
        if (topic == Topic.DOMAIN_REGISTERED) {
            DomainRegistered event = registered.readValue(json);
            return Optional.of(CheckRequest.of(event)).filter(request -> isComplete(event, request));
        }
        DnsCheckRequested event = requested.readValue(json);
        return Optional.of(CheckRequest.of(event)).filter(request -> isComplete(event, request));
    }

    /** Jackson knows no NullAway: a field that is not there is null, and so is an id without characters. */
    private static boolean isComplete(Event event, CheckRequest request) {
        return Objects.nonNull(event.id())
                && Objects.nonNull(event.occurredAt())
                && Objects.nonNull(request.domain())
                && request.expected().stream().allMatch(EventJson::isComplete);
    }

    private static boolean isComplete(ExpectedRecord record) {
        return Objects.nonNull(record.purpose())
                && Objects.nonNull(record.type())
                && Objects.nonNull(record.name())
                && Objects.nonNull(record.value());
    }

    private Read thoroughly(Topic topic, byte @Nullable [] value) {
        try {
            JsonNode json = mapper.readTree(value == null ? new byte[0] : value);
            if (!json.isObject()) {
                return new Read.Unreadable(DeadLetterReason.MALFORMED_JSON);
            }
            Optional<CheckRequest> request =
                    isComplete(json) ? request(topic, mapper.treeAsTokens(Spelling.inALabels(json))) : Optional.empty();
            return request.<Read>map(Read.Request::new)
                    .orElseGet(() -> new Read.Unreadable(DeadLetterReason.MISSING_FIELD));
        } catch (JsonProcessingException | IllegalArgumentException invalid) {
            boolean syntax = invalid instanceof JsonParseException || invalid instanceof JsonEOFException;
            return new Read.Unreadable(syntax ? DeadLetterReason.MALFORMED_JSON : DeadLetterReason.INVALID_VALUE);
        } catch (IOException undecodable) {
            return new Read.Unreadable(DeadLetterReason.MALFORMED_JSON);
        }
    }

    /**
     * For the wire.
     *
     * @throws IllegalStateException when no broker would take it: to try would stop the service
     */
    byte[] write(Object event) {
        try {
            byte[] bytes =
                    event instanceof DnsChecked ? checked.writeValueAsBytes(event) : mapper.writeValueAsBytes(event);
            if (bytes.length > MOST_BYTES) {
                throw new IllegalStateException("an event of ours is too large: " + bytes.length + " bytes");
            }
            return bytes;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event of ours cannot be written", impossible);
        }
    }

    /** One line, for people and pipes. */
    public String line(DnsChecked checked) {
        return new String(write(checked), StandardCharsets.UTF_8);
    }

    private static boolean isComplete(JsonNode json) {
        return has(json, FIELDS)
                && json.get("expected").isArray()
                && json.get("expected").valueStream().allMatch(expected -> has(expected, RECORD_FIELDS));
    }

    private static boolean has(JsonNode json, List<String> fields) {
        return fields.stream().allMatch(json::hasNonNull);
    }
}
