package net.bpsolutions.sending.local.relay;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What SMTP said about a mail, kept beside it as JSON.
 *
 * @param receivedAt ISO-8601, UTC
 */
record Envelope(String id, String receivedAt, String envelopeSender, List<String> envelopeRecipients) {

    static final String SUFFIX = ".json";

    private static final ObjectMapper JSON = new ObjectMapper();

    void writeTo(Path folder) throws IOException {
        Files.write(folder.resolve(id + SUFFIX), JSON.writeValueAsBytes(this));
    }

    static Envelope read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), Envelope.class);
    }
}
