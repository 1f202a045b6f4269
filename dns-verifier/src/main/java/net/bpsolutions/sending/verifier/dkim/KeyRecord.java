package net.bpsolutions.sending.verifier.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** A DKIM key record (RFC 6376 §3.6.1, RFC 8463), read. */
public sealed interface KeyRecord {

    /**
     * A key that can verify signatures.
     *
     * @param bits the length of its modulus; 256 for Ed25519
     */
    record Usable(int bits, boolean rsa, String material) implements KeyRecord {}

    /** {@code p=} is empty. */
    record Revoked() implements KeyRecord {}

    /**
     * Nobody can use it.
     *
     * @param fault which tag is at fault
     */
    record Invalid(String fault) implements KeyRecord {}

    /** Reads the joined character-strings of one TXT record; never fails. */
    static KeyRecord read(String text) {
        TagList tags = TagList.parse(text);
        Optional<TagList.Tag> version = tags.tag("v");
        if (!tags.faults().isEmpty()) {
            return new Invalid(tags.faults().getFirst().found());
        }
        if (version.isPresent()
                && (!version.get().value().equals("DKIM1")
                        || !version.get().equals(tags.tags().getFirst()))) {
            return new Invalid("v");
        }
        Optional<String> material = tags.value("p").map(p -> p.replaceAll("\\s", ""));
        if (material.isEmpty()) {
            return new Invalid("p");
        }
        return material.get().isEmpty()
                ? new Revoked()
                : decode(tags.value("k").orElse("rsa").toLowerCase(Locale.ROOT), material.get());
    }

    /** Whether it means to be a key record at all. */
    static boolean isMeant(String text) {
        TagList tags = TagList.parse(text);
        return tags.tag("p").isPresent() && !text.toLowerCase(Locale.ROOT).startsWith("v=dmarc1");
    }

    private static KeyRecord decode(String algorithm, String material) {
        try {
            byte[] key = Base64.getDecoder().decode(material);
            return switch (algorithm) {
                case "rsa" -> new Usable(bits(key), true, material);
                case "ed25519" -> key.length == 32 ? new Usable(256, false, material) : new Invalid("p");
                default -> new Invalid("k");
            };
        } catch (IllegalArgumentException | GeneralSecurityException unreadable) {
            return new Invalid("p");
        }
    }

    private static int bits(byte[] subjectPublicKeyInfo) throws GeneralSecurityException {
        X509EncodedKeySpec spec = new X509EncodedKeySpec(subjectPublicKeyInfo);
        RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
        return key.getModulus().bitLength();
    }
}
