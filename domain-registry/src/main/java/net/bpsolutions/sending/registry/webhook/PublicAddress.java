package net.bpsolutions.sending.registry.webhook;

import io.netty.util.NetUtil;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells addresses of the public internet from all others (IANA special-purpose address registries, RFC 6890). */
final class PublicAddress {

    private static final List<Block> NOT_PUBLIC = List.of(
            // This network, private, shared (RFC 6598), loopback, link-local with the clouds' metadata.
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            // Protocol assignments, documentation, 6to4 relays, AS112, private, benchmarks.
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.31.196.0", 24),
            Block.of("192.52.193.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("192.175.48.0", 24),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            // Multicast, reserved, broadcast; and a cloud's metadata at a public address.
            Block.of("224.0.0.0", 3),
            Block.of("168.63.129.16", 32));

    /** Within what is given out as global unicast: Teredo and other protocols, documentation, 6to4. */
    private static final List<Block> NOT_PUBLIC_6 =
            List.of(Block.of("2001::", 23), Block.of("2001:db8::", 32), Block.of("2002::", 16), Block.of("3fff::", 20));

    /** All else (mapped and translated IPv4, unique local, link-local, multicast, …) is outside of it. */
    private static final Block GLOBAL_UNICAST = Block.of("2000::", 3);

    private PublicAddress() {}

    /** Whether the text is an address, in one of the usual forms, to which the public internet leads. */
    static boolean is(String text) {
        byte @Nullable [] address = NetUtil.createByteArrayFromIpAddressString(text);
        if (address == null) {
            return false;
        }
        return address.length == 4
                ? NOT_PUBLIC.stream().noneMatch(block -> block.holds(address))
                : GLOBAL_UNICAST.holds(address) && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(address));
    }

    /** An address and how many of its leading bits count. */
    private static final class Block {

        private final byte[] start;
        private final int bits;

        private Block(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        static Block of(String start, int bits) {
            byte @Nullable [] address = NetUtil.createByteArrayFromIpAddressString(start);
            if (address == null) {
                throw new IllegalArgumentException(start);
            }
            return new Block(address, bits);
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if (((start[bit / 8] ^ address[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
