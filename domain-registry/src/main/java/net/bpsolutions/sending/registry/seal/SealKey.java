package net.bpsolutions.sending.registry.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/** A key, and the four octets by which what it sealed is known. */
final class SealKey {

    static final int ID_LENGTH = 4;

    private static final int LENGTH = 32;

    private final SecretKeySpec spec;
    private final byte[] id;

    private SealKey(byte[] key) {
        this.spec = new SecretKeySpec(key, "AES");
        this.id = Arrays.copyOf(sha256(key), ID_LENGTH);
    }

    static SealKey parse(String base64) {
        byte[] key = decode(base64.strip());
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("registry.webhooks.keys: a key is Base64 of 32 octets");
        }
        return new SealKey(key);
    }

    /** The text is not repeated in the message: it is a secret. */
    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static byte[] sha256(byte[] key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    SecretKeySpec spec() {
        return spec;
    }

    byte[] id() {
        return id.clone();
    }
}
