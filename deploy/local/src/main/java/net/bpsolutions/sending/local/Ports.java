package net.bpsolutions.sending.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
public final class Ports {

    private Ports() {}

    /** A port that nobody listens on at this moment. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
