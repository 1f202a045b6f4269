package net.bpsolutions.sending.verifier.quicklook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A resource record of class IN within a message (RFC 1035 §4.1.3).
 *
 * @param owner in wire format, lower case
 * @param ttl in seconds
 * @param data where its RDATA begins
 * @param size of its RDATA
 */
@SuppressWarnings("ArrayRecordComponent")
record Rr(byte[] owner, int type, long ttl, int data, int size) {

    static final int NS = 2;
    static final int CNAME = 5;
    static final int TXT = 16;

    /** The name that a CNAME or NS record holds; it must fill its RDATA. */
    byte[] target(Octets message) {
        if (WireName.skip(message, data) != data + size) {
            throw new UnreadableReply();
        }
        return WireName.read(message, data);
    }

    String present(Octets message) {
        return type == TXT ? joined(message) : WireName.text(target(message));
    }

    /** Character-strings are joined without anything between them (RFC 6376 §3.6.2.2, RFC 7208 §3.3). */
    private String joined(Octets message) {
        int first = size == 0 ? 0 : message.octet(data);
        if (first == size - 1) {
            return message.text(data + 1, first);
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream(size);
        int at = data;
        while (at < data + size) {
            int length = message.octet(at);
            if (at + 1 + length > data + size) {
                throw new UnreadableReply();
            }
            joined.write(message.bytes(), at + 1, length);
            at += length + 1;
        }
        return joined.toString(StandardCharsets.UTF_8);
    }
}
