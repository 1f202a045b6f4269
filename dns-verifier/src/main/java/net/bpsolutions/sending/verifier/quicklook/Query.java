package net.bpsolutions.sending.verifier.quicklook;

import java.nio.ByteBuffer;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.RrType;

/** A question in wire format: recursion desired, with EDNS, so that few answers are truncated. */
final class Query {

    /** Fits every path without fragments (DNS flag day 2020). */
    static final int UDP_PAYLOAD = 1232;

    static final int HEADER = 12;

    private static final int RECURSION_DESIRED = 0x0100;
    private static final int CLASS_IN = 1;
    private static final int OPT = 41;

    private final byte[] name;
    private final int type;

    /**
     * Ready to send.
     *
     * @throws IllegalArgumentException when the name cannot be asked for, or the type is not CNAME, NS or TXT
     */
    Query(Question question) {
        this.name = WireName.of(question.name());
        this.type = code(question.type());
    }

    private static int code(RrType type) {
        return switch (type) {
            case NS -> Rr.NS;
            case CNAME -> Rr.CNAME;
            case TXT -> Rr.TXT;
            case A, AAAA, MX, SOA -> throw new IllegalArgumentException(type + " is not for a quick look");
        };
    }

    void write(int id, ByteBuffer message) {
        message.putShort((short) id).putShort((short) RECURSION_DESIRED);
        message.putShort((short) 1).putInt(0).putShort((short) 1);
        message.put(name).putShort((short) type).putShort((short) CLASS_IN);
        message.put((byte) 0)
                .putShort((short) OPT)
                .putShort((short) UDP_PAYLOAD)
                .putInt(0)
                .putShort((short) 0);
    }

    /** Whether {@code message} asks the same, letter case aside: an id alone proves nothing (RFC 5452 §9.1). */
    boolean isRepeatedIn(Octets message) {
        if (message.pair(4) != 1) {
            return false;
        }
        for (int index = 0; index < name.length; index++) {
            if (WireName.lower(message.octet(HEADER + index)) != name[index]) {
                return false;
            }
        }
        int end = HEADER + name.length;
        return message.pair(end) == type && message.pair(end + 2) == CLASS_IN;
    }

    /** Where the answers begin in a message that repeats it. */
    int end() {
        return HEADER + name.length + 4;
    }

    byte[] name() {
        return name.clone();
    }

    int type() {
        return type;
    }
}
