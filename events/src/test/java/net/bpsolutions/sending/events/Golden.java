package net.bpsolutions.sending.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A published example of a record's value; the file is named {@code <topic>[.<variant>].json}.
 *
 * @param topic the topic it appears on
 * @param file where it is
 */
record Golden(Topic topic, Path file) {

    static final Path FOLDER = Path.of("src/test/resources/golden");

    /** As plain as any reader's may be. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static List<Golden> all() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("dead-letter.json"))
                    .sorted()
                    .map(file -> new Golden(topicOf(file), file))
                    .toList();
        }
    }

    static List<Golden> events() throws IOException {
        return all().stream()
                .filter(golden -> Event.class.isAssignableFrom(golden.type()))
                .toList();
    }

    private static Topic topicOf(Path file) {
        String name = file.getFileName().toString();
        String topicName = name.substring(0, name.indexOf('.'));
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.topicName().equals(topicName))
                .findAny()
                .orElseThrow(() -> new AssertionError(name + " is named after no topic"));
    }

    Class<? extends Record> type() {
        return valueOf(topic);
    }

    static Class<? extends Record> valueOf(Topic topic) {
        return switch (topic) {
            case DOMAIN_REGISTERED -> DomainRegistered.class;
            case DNS_CHECK_REQUESTED -> DnsCheckRequested.class;
            case DNS_CHECKED -> DnsChecked.class;
            case VERIFICATION_COMPLETED -> VerificationCompleted.class;
            case CHALLENGE_REQUESTED -> ChallengeRequested.class;
            case CHECK_SUGGESTED -> CheckSuggested.class;
            case SENDER_STATUS -> SenderStatus.class;
            case SEND_REQUESTS -> SendRequest.class;
            case SEND_CANCELLATIONS -> SendCancellation.class;
            case SEND_OUTCOMES -> SendOutcome.class;
        };
    }

    JsonNode tree() throws IOException {
        return JSON.readTree(file.toFile());
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
