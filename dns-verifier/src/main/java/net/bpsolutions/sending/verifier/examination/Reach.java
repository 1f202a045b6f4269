package net.bpsolutions.sending.verifier.examination;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Which addresses of name servers may be asked. An NS record is a stranger's word: it must not lead into the network that the
 * verifier runs in.
 *
 * @param isPrivate whether addresses that are not of the internet may be asked as well
 */
record Reach(boolean isPrivate) {

    private static final int DNS = 53;

    /** Private where it is a test's or a developer's world: name servers on a port of their own. */
    static Reach of(int port) {
        return new Reach(port != DNS);
    }

    /**
     * Whether a server may be there.
     *
     * @param ip a literal
     */
    boolean allows(String ip) {
        InetAddress address = address(ip);
        byte[] octets = address.getAddress();
        boolean nobody = address.isAnyLocalAddress() || address.isMulticastAddress() || isReserved(octets);
        return !nobody && (isPrivate || !isOfANetworkOfItsOwn(address, octets));
    }

    /** This network, and what is left for the future, broadcast included (RFC 6890). */
    private static boolean isReserved(byte[] octets) {
        return octets.length == 4 && (octets[0] == 0 || (octets[0] & 0xf0) == 0xf0);
    }

    /** RFC 1918, RFC 6598, RFC 4193, loopback and link-local. */
    private static boolean isOfANetworkOfItsOwn(InetAddress address, byte[] octets) {
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || (octets.length == 4 && octets[0] == 100 && (octets[1] & 0xc0) == 64)
                || (octets.length == 16 && (octets[0] & 0xfe) == 0xfc);
    }

    private static InetAddress address(String ip) {
        try {
            return InetAddress.getByAddress(NetUtil.createByteArrayFromIpAddressString(ip));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(ip, impossible);
        }
    }
}
