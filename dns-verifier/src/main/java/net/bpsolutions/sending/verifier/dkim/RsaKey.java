package net.bpsolutions.sending.verifier.dkim;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads RSA public keys in DER: a SubjectPublicKeyInfo, as everybody publishes it, or the bare RSAPublicKey that RFC 6376
 * §3.6.1 speaks of (RFC 8017 A.1.1). Nothing is computed, so that a huge modulus costs nothing.
 */
final class RsaKey {

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final ByteBuffer RSA_ENCRYPTION =
            ByteBuffer.wrap(HexFormat.of().parseHex("2a864886f70d010101")).asReadOnlyBuffer();

    /** Common libraries refuse longer ones. */
    private static final int LONGEST_MODULUS = 16_384;

    private static final int LONGEST_EXPONENT = 64;

    private RsaKey() {}

    /** The length of the modulus in bits, or empty when it is not an RSA key that anybody can use. */
    static Optional<Integer> bits(byte[] der) {
        ByteBuffer whole = ByteBuffer.wrap(der);
        return element(whole, SEQUENCE).filter(_ -> !whole.hasRemaining()).flatMap(RsaKey::inside);
    }

    private static Optional<Integer> inside(ByteBuffer sequence) {
        return startsWith(sequence, SEQUENCE)
                ? element(sequence, SEQUENCE).filter(RsaKey::namesRsa).flatMap(_ -> wrapped(sequence))
                : modulus(sequence);
    }

    private static boolean namesRsa(ByteBuffer algorithm) {
        return element(algorithm, OBJECT_IDENTIFIER)
                .filter(RSA_ENCRYPTION::equals)
                .isPresent();
    }

    private static Optional<Integer> wrapped(ByteBuffer info) {
        return element(info, BIT_STRING)
                .filter(bits -> !info.hasRemaining() && bits.hasRemaining() && bits.get() == 0)
                .flatMap(bits -> element(bits, SEQUENCE).filter(_ -> !bits.hasRemaining()))
                .flatMap(RsaKey::modulus);
    }

    private static Optional<Integer> modulus(ByteBuffer key) {
        return number(key, LONGEST_MODULUS)
                .filter(_ -> number(key, LONGEST_EXPONENT)
                        .filter(exponent -> exponent.bitLength() > 1)
                        .isPresent())
                .filter(_ -> !key.hasRemaining())
                .map(BigInteger::bitLength);
    }

    /** A positive, odd number of at most that many bits; modulus and exponent are both odd. */
    private static Optional<BigInteger> number(ByteBuffer from, int longest) {
        return element(from, INTEGER)
                .filter(ByteBuffer::hasRemaining)
                .filter(content -> content.remaining() <= longest / Byte.SIZE + 1)
                .map(content -> {
                    byte[] magnitude = new byte[content.remaining()];
                    content.get(magnitude);
                    return new BigInteger(magnitude);
                })
                .filter(number -> number.signum() > 0 && number.testBit(0) && number.bitLength() <= longest);
    }

    private static boolean startsWith(ByteBuffer from, int tag) {
        return from.hasRemaining() && (from.get(from.position()) & 0xff) == tag;
    }

    /** The content of the next element, which is thereby passed; empty when it is not of that type. */
    private static Optional<ByteBuffer> element(ByteBuffer from, int tag) {
        if (!startsWith(from, tag)) {
            return Optional.empty();
        }
        from.get();
        int length = length(from);
        if (length < 0 || length > from.remaining()) {
            return Optional.empty();
        }
        ByteBuffer content = from.slice(from.position(), length);
        from.position(from.position() + length);
        return Optional.of(content);
    }

    /** Definite, up to 65,535 (X.690 §8.1.3); negative when it is not of that form. */
    private static int length(ByteBuffer from) {
        if (!from.hasRemaining()) {
            return -1;
        }
        int first = from.get() & 0xff;
        return switch (first) {
            case 0x81 -> from.remaining() < 1 ? -1 : from.get() & 0xff;
            case 0x82 -> from.remaining() < 2 ? -1 : from.getShort() & 0xffff;
            default -> first < 0x80 ? first : -1;
        };
    }
}
