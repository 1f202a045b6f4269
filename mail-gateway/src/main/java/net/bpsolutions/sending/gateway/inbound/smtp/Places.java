package net.bpsolutions.sending.gateway.inbound.smtp;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many connections there are, in all and of each client. */
final class Places {

    /** What one customer of a network has (RFC 6177): an IPv6 client counts as its /64. */
    private static final int PREFIX_OCTETS = 8;

    private static final int IPV6_OCTETS = 16;

    private final SmtpLimits.OfConnections limits;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<String, Integer> perClient = new ConcurrentHashMap<>();

    Places(SmtpLimits.OfConnections limits) {
        this.limits = limits;
    }

    /** False when all places are taken; {@link #leave()} has to follow in any case. */
    boolean enter() {
        return taken.incrementAndGet() <= limits.max();
    }

    void leave() {
        taken.decrementAndGet();
    }

    /** False when the client has all it may have; {@link #leave(String)} has to follow in any case. */
    boolean enter(String address) {
        return perClient.merge(client(address), 1, Integer::sum) <= limits.maxPerAddress();
    }

    void leave(String address) {
        perClient.computeIfPresent(client(address), (_, count) -> count == 1 ? null : count - 1);
    }

    boolean crowded() {
        return taken.get() > limits.max() / 2;
    }

    private static String client(String address) {
        byte[] octets = Networks.octets(address);
        return octets.length == IPV6_OCTETS ? HexFormat.of().formatHex(Arrays.copyOf(octets, PREFIX_OCTETS)) : address;
    }
}
