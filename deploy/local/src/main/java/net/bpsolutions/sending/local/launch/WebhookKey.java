package net.bpsolutions.sending.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that the registry seals the secrets of webhooks with; made once per data folder, as its database is. */
final class WebhookKey {

    private static final int OCTETS = 32;

    private WebhookKey() {}

    /** The key as Base64. */
    static String keptIn(DataFolder data) {
        Path file = data.of("webhook-key");
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[OCTETS];
                new SecureRandom().nextBytes(key);
                PrivateFile.write(file, Base64.getEncoder().encodeToString(key) + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStartException(file + " cannot be read or written; make it accessible, or remove it.");
        }
    }
}
