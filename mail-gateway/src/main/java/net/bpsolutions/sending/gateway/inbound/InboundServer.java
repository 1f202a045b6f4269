package net.bpsolutions.sending.gateway.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletionException;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpLimits;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpServer;
import org.jboss.logging.Logger;

/** Listens as long as the service runs. While the database is away it answers 451, and senders keep their mail. */
@ApplicationScoped
public class InboundServer {

    private static final Logger LOG = Logger.getLogger(InboundServer.class);

    private final InboundConfig config;
    private final SmtpServer server;
    private volatile int port;

    InboundServer(GatewayConfig config, Vertx vertx, OwnMailboxes mailboxes) {
        this.config = config.inbound();
        this.server = new SmtpServer(vertx, limits(this.config), mailboxes);
    }

    void start(@Observes StartupEvent event) {
        try {
            // The thread that starts the service may wait, and must: a port that is taken ends the start.
            port = server.listen(config.host(), config.port())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "inbound SMTP cannot listen on %s:%d".formatted(config.host(), config.port()), e.getCause());
        }
        LOG.infof("inbound SMTP listens on %s:%d", config.host(), port);
    }

    void stop(@Observes ShutdownEvent event) {
        server.close();
    }

    /** The port in use, once started. */
    public int port() {
        return port;
    }

    private static SmtpLimits limits(InboundConfig config) {
        return new SmtpLimits(
                config.hostname(),
                config.maxMessageSize(),
                config.maxRecipients(),
                config.maxLineLength(),
                config.maxErrors(),
                config.maxConnections(),
                config.idleTimeout(),
                config.sessionTimeout());
    }
}
