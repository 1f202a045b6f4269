package net.bpsolutions.sending.gateway.inbound.smtp;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a proxy says of the connection that it passes on: the PROXY protocol, versions 1 and 2. */
sealed interface ProxyHeader {

    /** No whole header yet. */
    record Incomplete() implements ProxyHeader {}

    /** Not the PROXY protocol, or not what it allows. */
    record Invalid() implements ProxyHeader {}

    /**
     * A connection of the proxy's own, as for a health check, or one whose client it does not know.
     *
     * @param length octets of the header
     */
    record Own(int length) implements ProxyHeader {}

    /**
     * A client's connection.
     *
     * @param address the client's IP address
     * @param length octets of the header
     */
    record Client(String address, int length) implements ProxyHeader {}

    /** How version 2 begins, and version 1. */
    String SIGNATURE = "\r\n\r\n\0\r\nQUIT\n";

    String PREFIX = "PROXY ";

    /** Octets of the longest header of version 1, its CRLF included. */
    int MAX_TEXT = 107;

    /** Octets of the fixed part of version 2. */
    int FIXED = 16;

    /** Octets of addresses and additions in version 2: more than anybody sends. */
    int MAX_REST = 4096;

    /** Reads the header at the beginning of {@code octets}, without waiting for what can never become one. */
    static ProxyHeader read(byte[] octets) {
        if (begins(octets, PREFIX)) {
            return text(octets);
        }
        if (begins(octets, SIGNATURE)) {
            return binary(octets);
        }
        return new Invalid();
    }

    /** As far as both go. */
    private static boolean begins(byte[] octets, String with) {
        int length = Math.min(octets.length, with.length());
        return with.startsWith(new String(octets, 0, length, StandardCharsets.ISO_8859_1));
    }

    private static ProxyHeader text(byte[] octets) {
        String header = new String(octets, 0, Math.min(octets.length, MAX_TEXT), StandardCharsets.ISO_8859_1);
        int end = header.indexOf("\r\n");
        if (end < 0) {
            return header.length() < MAX_TEXT && header.indexOf('\n') < 0 ? new Incomplete() : new Invalid();
        }
        String[] words = header.substring(0, end).split(" ", -1);
        int length = end + 2;
        if (words.length >= 2 && words[1].equals("UNKNOWN")) {
            return new Own(length);
        }
        boolean four = words.length == 6 && words[1].equals("TCP4") && NetUtil.isValidIpV4Address(words[2]);
        boolean six = words.length == 6 && words[1].equals("TCP6") && NetUtil.isValidIpV6Address(words[2]);
        return four || six ? client(Networks.octets(words[2]), length) : new Invalid();
    }

    private static ProxyHeader binary(byte[] octets) {
        if (octets.length < FIXED) {
            return new Incomplete();
        }
        int rest = ((octets[14] & 0xff) << 8) | (octets[15] & 0xff);
        if ((octets[12] & 0xf0) != 0x20 || rest > MAX_REST) {
            return new Invalid();
        }
        if (octets.length < FIXED + rest) {
            return new Incomplete();
        }
        return switch (octets[12] & 0x0f) {
            case 0 -> new Own(FIXED + rest);
            case 1 -> proxied(octets, rest);
            default -> new Invalid();
        };
    }

    private static ProxyHeader proxied(byte[] octets, int rest) {
        return switch (octets[13]) {
            case 0x11 ->
                rest >= 12 ? client(Arrays.copyOfRange(octets, FIXED, FIXED + 4), FIXED + rest) : new Invalid();
            case 0x21 ->
                rest >= 36 ? client(Arrays.copyOfRange(octets, FIXED, FIXED + 16), FIXED + rest) : new Invalid();
            case 0 -> new Own(FIXED + rest);
            default -> new Invalid();
        };
    }

    private static ProxyHeader client(byte[] address, int length) {
        try {
            return new Client(InetAddress.getByAddress(address).getHostAddress(), length);
        } catch (UnknownHostException e) {
            return new Invalid();
        }
    }
}
