package net.bpsolutions.sending.local;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface. */
public final class Ports {

    private static final int ATTEMPTS = 100;
    private static final int LOWEST = 20_000;

    /** Where Linux begins; others begin at 49152 (RFC 6335, 6). */
    private static final int LOWEST_GOING_OUT = 32_768;

    /** Who was offered one may not listen yet. */
    private static final Set<Integer> OFFERED = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port that is free at this moment for TCP and UDP at every address, and that no system gives to connections going out.
     * Otherwise a client that keeps trying to reach a server that is away could be given its very port, and talk to itself.
     * No port is offered twice.
     *
     * @throws IllegalStateException when none was found
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(ATTEMPTS, LOWEST, LOWEST_GOING_OUT)
                .filter(Ports::isFreeEverywhere)
                .filter(OFFERED::add)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free port was found."));
    }

    private static boolean isFreeEverywhere(int port) {
        try (ServerSocket tcp = new ServerSocket(port);
                DatagramSocket udp = new DatagramSocket(port)) {
            return tcp.isBound() && udp.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * {@code port}, or a free one when it is 0.
     *
     * @throws PortTakenException when somebody listens there
     */
    static int claim(int port, String purpose) {
        if (port == 0) {
            return free();
        }
        if (isTaken(port)) {
            throw new PortTakenException(port, purpose);
        }
        return port;
    }

    /** Whether a TCP server on {@code port} of the loopback interface would be refused by the system. */
    public static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(onLoopback(port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** The same for UDP. */
    public static boolean isTakenForDatagrams(int port) {
        try (DatagramSocket socket = new DatagramSocket(null)) {
            socket.bind(onLoopback(port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    static InetSocketAddress onLoopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
