package net.bpsolutions.sending.gateway.challenge;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.ChallengeRequested;
import net.bpsolutions.sending.gateway.deadletter.Unreadable;
import net.bpsolutions.sending.gateway.mail.Address;
import org.jspecify.annotations.Nullable;

/** What came of reading a {@code challenge-requested} record. */
sealed interface ChallengeRequestReading {

    record Order(ChallengeOrder order) implements ChallengeRequestReading {}

    record Refused(Unreadable reason) implements ChallengeRequestReading {}

    /** Reads; the id of the challenge follows from that of the event, so that a redelivery is the same order. */
    static ChallengeRequestReading of(byte @Nullable [] value, ObjectMapper json) {
        try {
            ChallengeRequested event = value == null ? null : json.readValue(value, ChallengeRequested.class);
            return event == null || lacksSomething(event) ? new Refused(Unreadable.MISSING_FIELD) : order(event);
        } catch (JsonParseException notJson) {
            return new Refused(Unreadable.MALFORMED_JSON);
        } catch (IOException | IllegalArgumentException wrong) {
            return new Refused(Unreadable.INVALID_VALUE);
        }
    }

    private static ChallengeRequestReading order(ChallengeRequested event) {
        return new Order(new ChallengeOrder(
                UUID.nameUUIDFromBytes((event.id() + "/challenge").getBytes(StandardCharsets.UTF_8)),
                event.domainId(),
                event.clinicId(),
                event.domain(),
                new Address(event.mailbox() + "@" + event.domain()),
                Issue.Asked.ON_DEMAND,
                "asked by the registry"));
    }

    private static boolean lacksSomething(ChallengeRequested event) {
        return Stream.of(event.id(), event.domainId(), event.clinicId(), event.domain(), event.mailbox())
                .anyMatch(field -> field == null);
    }
}
