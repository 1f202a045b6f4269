package net.bpsolutions.sending.gateway.smtp;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import net.bpsolutions.sending.gateway.GatewayConfig;

/**
 * The relay through the mail client that quarkus-mailer brings, configured by us: the extension's own mailer has no
 * deadline, and in its mock mode it logs whole mails.
 */
@ApplicationScoped
class MailClientRelay implements Relay {

    private final MailClient client;
    private final Composer composer;
    private final Duration limit;

    MailClientRelay(Vertx vertx, GatewayConfig config, Clock clock) {
        this.client = MailClient.create(vertx, mailConfig(config.relay()));
        this.composer = new Composer(clock);
        this.limit = config.relay().attemptTimeout();
    }

    @Override
    public Uni<Answer> handOver(Handover mail) {
        return Uni.createFrom()
                .completionStage(() -> client.sendMail(composer.compose(mail)).toCompletionStage())
                .map(result -> (Answer) new Answer.Accepted("250"))
                .ifNoItem()
                .after(limit)
                .recoverWithItem(Answer.Unanswered::new)
                .onFailure()
                .recoverWithItem(Answers::of);
    }

    private static MailConfig mailConfig(RelayConfig relay) {
        MailConfig mail = new MailConfig(relay.host(), relay.port())
                .setMaxPoolSize(relay.connections())
                .setKeepAlive(true)
                // With it one refused recipient leaks the connection.
                .setPipelining(false)
                // Silence ends a connection, also within a command: the client has no deadline of its own.
                .setIdleTimeout(Math.toIntExact(relay.idleTimeout().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setConnectTimeout(Math.toIntExact(relay.connectTimeout().toMillis()))
                .setSsl(relay.tls() == RelayConfig.Tls.TLS)
                .setStarttls(
                        relay.tls() == RelayConfig.Tls.STARTTLS ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
                .setHostnameVerificationAlgorithm(relay.tls() == RelayConfig.Tls.NONE ? "" : "HTTPS")
                .setUserAgent("mail-gateway")
                .setLogin(relay.username().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED);
        relay.ehloName().ifPresent(mail::setOwnHostname);
        relay.username().ifPresent(mail::setUsername);
        relay.password().ifPresent(mail::setPassword);
        return mail;
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
