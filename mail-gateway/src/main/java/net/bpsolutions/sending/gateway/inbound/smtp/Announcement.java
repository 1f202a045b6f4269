package net.bpsolutions.sending.gateway.inbound.smtp;

import java.util.Arrays;

/** The octets of a trusted proxy until its header is whole. */
final class Announcement {

    private final String peer;
    private byte[] octets = new byte[0];

    Announcement(String peer) {
        this.peer = peer;
    }

    /** The proxy's own address. */
    String peer() {
        return peer;
    }

    ProxyHeader add(byte[] chunk) {
        int before = octets.length;
        octets = Arrays.copyOf(octets, before + chunk.length);
        System.arraycopy(chunk, 0, octets, before, chunk.length);
        return ProxyHeader.read(octets);
    }

    /** What came with the header and belongs to the client. */
    byte[] after(int headerLength) {
        return Arrays.copyOfRange(octets, headerLength, octets.length);
    }
}
