package net.bpsolutions.sending.verifier.lookup;

import io.netty.util.NetUtil;
import java.net.InetSocketAddress;

/**
 * Where a DNS server listens.
 *
 * @param ip an IPv4 or IPv6 literal, without brackets
 * @param port 1 to 65535
 */
public record ServerAddress(String ip, int port) {

    private static final int LAST_PORT = 65535;

    /**
     * Refuses what cannot be asked.
     *
     * @throws IllegalArgumentException when it is not an address and a port
     */
    public ServerAddress {
        if (!NetUtil.isValidIpV4Address(ip) && !NetUtil.isValidIpV6Address(ip)) {
            throw new IllegalArgumentException("'" + ip + "' is not an IP address");
        }
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException(port + " is not a port");
        }
    }

    /**
     * Reads {@code ip:port}, or {@code [ipv6]:port}.
     *
     * @throws IllegalArgumentException when it is not of that form
     */
    public static ServerAddress of(String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("'" + text + "' is not of the form ip:port");
        }
        String ip = text.substring(0, colon).replaceFirst("^\\[(.*)]$", "$1");
        return new ServerAddress(ip, Integer.parseInt(port));
    }

    /** For a socket; the literal needs no resolving. */
    public InetSocketAddress socket() {
        return new InetSocketAddress(ip, port);
    }

    @Override
    public String toString() {
        return ip.contains(":") ? "[" + ip + "]:" + port : ip + ":" + port;
    }
}
