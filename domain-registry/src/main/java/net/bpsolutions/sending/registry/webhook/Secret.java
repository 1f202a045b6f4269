package net.bpsolutions.sending.registry.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a webhook's messages are signed with (Standard Webhooks, symmetric). Its text is shown once and never logged. */
final class Secret {

    private static final String PREFIX = "whsec_";
    private static final int OCTETS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] octets;

    private Secret(byte[] octets) {
        this.octets = octets;
    }

    static Secret fresh() {
        byte[] octets = new byte[OCTETS];
        RANDOM.nextBytes(octets);
        return new Secret(octets);
    }

    static Secret of(byte[] octets) {
        return new Secret(octets.clone());
    }

    byte[] octets() {
        return octets.clone();
    }

    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(octets);
    }

    /** The signature of a message, for {@code webhook-signature}. */
    String sign(String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(octets, "HmacSHA256"));
            byte[] signature = mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
