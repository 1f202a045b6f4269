package net.bpsolutions.sending.gateway.challenge;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.random.RandomGenerator;
import net.bpsolutions.sending.gateway.digest.Sha256;

/**
 * A key of 160 random bits as 32 characters of lower-case base32 (RFC 4648 §6), which every mail program leaves alone.
 * It has no printable form but {@link #value()}; what is stored is {@link #hash()}.
 *
 * @param value as it was given to us; it need not be a key of ours
 */
public record VerificationKey(String value) {

    /** Characters of a key of ours. */
    public static final int LENGTH = 32;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS_PER_CHARACTER = 5;

    /** Programs and people may capitalise: case is not part of a key. */
    public VerificationKey {
        value = value.strip().toLowerCase(Locale.ROOT);
    }

    /** @param random must be cryptographically strong */
    static VerificationKey generate(RandomGenerator random) {
        StringBuilder key = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            key.append(ALPHABET.charAt(random.nextInt(1 << BITS_PER_CHARACTER)));
        }
        return new VerificationKey(key.toString());
    }

    /** SHA-256; a key of 160 random bits needs no salt. */
    KeyHash hash() {
        return new KeyHash(Sha256.hex(value.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "VerificationKey[hidden]";
    }
}
