package net.bpsolutions.sending.gateway.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.inbound.smtp.Networks;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpLimits;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpServer;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpSettings;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Listens as long as the service runs. While the database is away it answers 451, and senders keep their mail. */
@ApplicationScoped
public class InboundServer {

    private static final Logger LOG = Logger.getLogger(InboundServer.class);

    private final InboundConfig config;
    private final Vertx vertx;
    private final OwnMailboxes mailboxes;
    private volatile @Nullable SmtpServer server;
    private volatile int port;

    InboundServer(GatewayConfig config, Vertx vertx, OwnMailboxes mailboxes) {
        this.config = config.inbound();
        this.vertx = vertx;
        this.mailboxes = mailboxes;
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            LOG.info("inbound SMTP is switched off");
            return;
        }
        try {
            // The thread that starts the service may wait, and must: a port that is taken ends the start.
            port = listen().toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "inbound SMTP cannot listen on %s:%d".formatted(config.host(), config.port()), e.getCause());
        }
        LOG.infof("inbound SMTP listens on %s:%d", config.host(), port);
    }

    private Future<Integer> listen() {
        Certificates certificates = new Certificates(vertx, config.tls());
        return certificates.read().compose(certificate -> {
            SmtpServer listening = new SmtpServer(vertx, settings(certificate), mailboxes);
            server = listening;
            return listening.listen(config.host(), config.port()).onSuccess(_ -> certificates.watch(listening::renew));
        });
    }

    void stop(@Observes ShutdownEvent event) {
        SmtpServer listening = server;
        if (listening != null) {
            listening.close();
        }
    }

    /** The port in use, once started. */
    public int port() {
        return port;
    }

    private SmtpSettings settings(Optional<PemKeyCertOptions> certificate) {
        return new SmtpSettings(
                config.hostname(),
                new SmtpLimits(mails(), connections()),
                Networks.of(config.proxies().orElse(List.of())),
                certificate.orElse(null));
    }

    private SmtpLimits.OfMail mails() {
        return new SmtpLimits.OfMail(
                config.maxMessageSize(), config.maxRecipients(), config.maxLineLength(), config.maxHeld());
    }

    private SmtpLimits.OfConnections connections() {
        return new SmtpLimits.OfConnections(
                config.maxConnections(),
                config.maxConnectionsPerAddress(),
                config.maxErrors(),
                config.idleTimeout(),
                config.crowdedIdleTimeout(),
                config.sessionTimeout());
    }
}
