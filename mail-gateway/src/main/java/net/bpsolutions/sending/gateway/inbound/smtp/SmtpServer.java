package net.bpsolutions.sending.gateway.inbound.smtp;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Listens, and gives each connection its session. */
public final class SmtpServer {

    private static final Set<String> TLS = Set.of("TLSv1.2", "TLSv1.3");

    private final Vertx vertx;
    private final SmtpSettings settings;
    private final MailReceiver receiver;
    private final SmtpConnection.Shared shared;
    private final NetServer server;

    /** Nothing happens before {@link #listen(String, int)}. */
    public SmtpServer(Vertx vertx, SmtpSettings settings, MailReceiver receiver) {
        this.vertx = vertx;
        this.settings = settings;
        this.receiver = receiver;
        this.shared = new SmtpConnection.Shared(
                new Places(settings.limits().connections()),
                new Room(settings.limits().mail().maxHeld()));
        this.server = vertx.createNetServer(options(settings.certificate()));
    }

    private static NetServerOptions options(@Nullable PemKeyCertOptions certificate) {
        NetServerOptions options = new NetServerOptions().setTcpNoDelay(true).setEnabledSecureTransportProtocols(TLS);
        return certificate == null ? options : options.setKeyCertOptions(certificate);
    }

    /**
     * Starts to take connections.
     *
     * @param port 0 for any free one
     * @return the port in use; fails when it is taken, or when the certificate cannot be used
     */
    public Future<Integer> listen(String host, int port) {
        return server.connectHandler(socket -> new SmtpConnection(vertx, socket, settings, shared, receiver).start())
                .listen(port, host)
                .map(NetServer::actualPort);
    }

    /** From now on TLS is begun with this certificate; fails, and changes nothing, when it cannot be used. */
    public Future<Boolean> renew(PemKeyCertOptions certificate) {
        return server.updateSSLOptions(options(certificate).getSslOptions(), true);
    }

    /** Takes no more connections and closes those that are open. */
    public Future<Void> close() {
        return server.close();
    }
}
