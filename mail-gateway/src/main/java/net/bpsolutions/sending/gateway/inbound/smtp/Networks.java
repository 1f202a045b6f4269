package net.bpsolutions.sending.gateway.inbound.smtp;

import io.netty.util.NetUtil;
import java.util.List;

/** Ranges of IP addresses (RFC 4632, 4291): {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or one address. */
public final class Networks {

    private final List<Network> networks;

    private Networks(List<Network> networks) {
        this.networks = networks;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Network(byte[] address, int bits) {

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if (((address[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Reads ranges.
     *
     * @throws IllegalArgumentException for what is no range
     */
    public static Networks of(List<String> ranges) {
        return new Networks(ranges.stream().map(Networks::network).toList());
    }

    private static Network network(String range) {
        int slash = range.indexOf('/');
        byte[] address = octets(slash < 0 ? range : range.substring(0, slash));
        if (address.length == 0) {
            throw new IllegalArgumentException("no range of addresses: " + range);
        }
        int bits = slash < 0 ? address.length * 8 : Integer.parseInt(range.substring(slash + 1));
        if (bits < 0 || bits > address.length * 8) {
            throw new IllegalArgumentException("no range of addresses: " + range);
        }
        return new Network(address, bits);
    }

    boolean none() {
        return networks.isEmpty();
    }

    boolean contains(String address) {
        byte[] octets = octets(address);
        return networks.stream().anyMatch(network -> network.contains(octets));
    }

    /** Never asks DNS; empty for what is no address, four octets for an IPv4 one that is mapped. */
    static byte[] octets(String address) {
        byte[] octets = NetUtil.createByteArrayFromIpAddressString(address);
        return octets == null ? new byte[0] : octets;
    }
}
