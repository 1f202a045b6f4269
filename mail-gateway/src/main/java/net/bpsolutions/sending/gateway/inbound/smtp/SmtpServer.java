package net.bpsolutions.sending.gateway.inbound.smtp;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens, and gives each connection its session. */
public final class SmtpServer {

    private final Vertx vertx;
    private final SmtpLimits limits;
    private final MailReceiver receiver;
    private final NetServer server;
    private final AtomicInteger connections = new AtomicInteger();

    /** Nothing happens before {@link #listen(String, int)}. */
    public SmtpServer(Vertx vertx, SmtpLimits limits, MailReceiver receiver) {
        this.vertx = vertx;
        this.limits = limits;
        this.receiver = receiver;
        this.server = vertx.createNetServer(new NetServerOptions().setTcpNoDelay(true));
    }

    /**
     * Starts to take connections.
     *
     * @param port 0 for any free one
     * @return the port in use; fails when it is taken
     */
    public Future<Integer> listen(String host, int port) {
        return server.connectHandler(this::connected).listen(port, host).map(NetServer::actualPort);
    }

    /** Takes no more connections and closes those that are open. */
    public Future<Void> close() {
        return server.close();
    }

    private void connected(NetSocket socket) {
        int open = connections.incrementAndGet();
        SmtpConnection connection = new SmtpConnection(vertx, socket, limits, receiver);
        socket.closeHandler(_ -> {
            connections.decrementAndGet();
            connection.gone();
        });
        if (open > limits.maxConnections()) {
            connection.refuse(new SmtpReply(421, "4.3.2 Too many connections, try again later"));
        } else {
            connection.start();
        }
    }
}
