package net.bpsolutions.sending.verifier.quicklook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** Domain names in wire format (RFC 1035 §3.1): lower case here, without compression. */
final class WireName {

    private static final int LONGEST = 255;
    private static final int POINTER = 0xC0;
    private static final int LONGEST_LABEL = 63;
    private static final String ESCAPED = "\".;\\@$()";

    private WireName() {}

    /**
     * As it is sent.
     *
     * @param name an owner name, absolute, without the trailing dot; empty for the root
     */
    static byte[] of(String name) {
        byte[] wire = new byte[name.isEmpty() ? 1 : name.length() + 2];
        int at = 0;
        for (String label : name.isEmpty() ? new String[0] : name.split("\\.", -1)) {
            byte[] ascii = label.getBytes(US_ASCII);
            if (ascii.length == 0 || ascii.length > LONGEST_LABEL || wire.length > LONGEST) {
                throw new IllegalArgumentException("not an owner name");
            }
            wire[at++] = (byte) ascii.length;
            for (byte each : ascii) {
                wire[at++] = (byte) lower(each);
            }
        }
        return wire;
    }

    /**
     * The name at {@code start}. Pointers must lead backwards, so that nothing goes in circles.
     *
     * @throws UnreadableReply when there is no name
     */
    static byte[] read(Octets message, int start) {
        byte[] wire = new byte[LONGEST];
        int length = 0;
        int at = start;
        int floor = start;
        for (int label = message.octet(at); label != 0; label = message.octet(at)) {
            if ((label & POINTER) == POINTER) {
                at = message.pair(at) & ~(POINTER << 8);
                if (at >= floor) {
                    throw new UnreadableReply();
                }
                floor = at;
            } else {
                if (label > LONGEST_LABEL || length + label + 2 > LONGEST) {
                    throw new UnreadableReply();
                }
                wire[length++] = (byte) label;
                for (int index = 1; index <= label; index++) {
                    wire[length++] = (byte) lower(message.octet(at + index));
                }
                at += label + 1;
            }
        }
        return Arrays.copyOf(wire, length + 1);
    }

    /** Where the name at {@code start} ends. */
    static int skip(Octets message, int start) {
        int at = start;
        for (int label = message.octet(at); label != 0; label = message.octet(at)) {
            if ((label & POINTER) == POINTER) {
                return at + 2;
            }
            at += label + 1;
        }
        return at + 1;
    }

    /** Presentation form, without the trailing dot; what is not a letter, digit or the like is escaped (RFC 1035 §5.1). */
    static String text(byte[] wire) {
        StringBuilder text = new StringBuilder(wire.length);
        for (int at = 0; wire[at] != 0; at += wire[at] + 1) {
            if (at > 0) {
                text.append('.');
            }
            for (int index = 1; index <= wire[at]; index++) {
                append(text, wire[at + index] & 0xFF);
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int octet) {
        if (octet <= ' ' || octet > '~') {
            text.append('\\').append((char) ('0' + octet / 100));
            text.append((char) ('0' + octet / 10 % 10)).append((char) ('0' + octet % 10));
        } else if (ESCAPED.indexOf(octet) >= 0) {
            text.append('\\').append((char) octet);
        } else {
            text.append((char) octet);
        }
    }

    static int lower(int octet) {
        return octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
    }
}
