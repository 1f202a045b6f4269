package net.bpsolutions.sending.gateway.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What is kept of a key.
 *
 * @param hex SHA-256 in lower-case hex digits
 */
public record KeyHash(String hex) {

    /** Takes the same time whether and wherever the two differ. */
    boolean matches(KeyHash other) {
        return MessageDigest.isEqual(
                hex.getBytes(StandardCharsets.US_ASCII), other.hex.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "KeyHash[hidden]";
    }
}
