package net.bpsolutions.sending.verifier.dkim;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Key records made for a test. */
final class Keys {

    /** What stands before the RSAPublicKey of a 2048-bit SubjectPublicKeyInfo. */
    private static final int INFO_LENGTH = 24;

    /** Where the object identifier ends in it. */
    private static final int LAST_OF_ALGORITHM = 16;

    private static final Map<Integer, byte[]> KNOWN = new ConcurrentHashMap<>();

    private Keys() {}

    static String ofBits(int bits) {
        return "v=DKIM1; k=rsa; p=" + material(bits);
    }

    /** The same for the same length, within one run. */
    static String material(int bits) {
        return encoded(KNOWN.computeIfAbsent(bits, length -> generated("RSA", length)));
    }

    /** Another one of the same length. */
    static String otherMaterial(int bits) {
        return encoded(generated("RSA", bits));
    }

    /** A 2048-bit key as PKCS #1 has it. */
    static String bareMaterial() {
        byte[] info = Base64.getDecoder().decode(material(2048));
        return encoded(Arrays.copyOfRange(info, INFO_LENGTH, info.length));
    }

    /** A 2048-bit key that is said to be for RSASSA-PSS (RFC 8017 A.2.3), and so for other signatures than DKIM's. */
    static String pssMaterial() {
        byte[] info = Base64.getDecoder().decode(material(2048));
        info[LAST_OF_ALGORITHM] = 10;
        return encoded(info);
    }

    /** A key for elliptic curves. */
    static String ellipticMaterial() {
        return encoded(generated("EC", 256));
    }

    /** A bare RSAPublicKey of these numbers. */
    static String material(BigInteger modulus, BigInteger exponent) {
        return encoded(element(0x30, joined(element(2, modulus.toByteArray()), element(2, exponent.toByteArray()))));
    }

    static String encoded(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    private static byte[] element(int tag, byte[] content) {
        byte[] head = {(byte) tag, (byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
        return joined(head, content);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] generated(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair().getPublic().getEncoded();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
