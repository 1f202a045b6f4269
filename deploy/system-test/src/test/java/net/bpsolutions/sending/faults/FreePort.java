package net.bpsolutions.sending.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports to start servers on, below those that systems give to clients: while a server is away, a client that keeps trying to
 * reach it could be given its very port, and talk to itself.
 */
public final class FreePort {

    private static final int LOWEST = 12_000;
    private static final int TOO_HIGH = 30_000;

    private FreePort() {}

    /** One that nobody listens on now. */
    public static int any() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, TOO_HIGH);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // Another, then.
            }
        }
    }
}
