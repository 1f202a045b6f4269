package net.bpsolutions.sending.verifier.quicklook;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A message as it came in; reading past its end is {@link UnreadableReply}.
 *
 * @param bytes may be longer than the message
 * @param length of the message
 */
@SuppressWarnings("ArrayRecordComponent")
record Octets(byte[] bytes, int length) {

    int octet(int at) {
        if (at < 0 || at >= length) {
            throw new UnreadableReply();
        }
        return bytes[at] & 0xFF;
    }

    int pair(int at) {
        return octet(at) << 8 | octet(at + 1);
    }

    /** A TTL (RFC 2181 §8): what looks negative is zero. */
    long ttl(int at) {
        int seconds = pair(at) << 16 | pair(at + 2);
        return Math.max(0, seconds);
    }

    String text(int at, int size) {
        return new String(bytes, at, size, UTF_8);
    }
}
