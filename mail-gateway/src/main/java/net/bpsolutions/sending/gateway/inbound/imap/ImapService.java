package net.bpsolutions.sending.gateway.inbound.imap;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.inbound.smtp.MailReceiver;
import net.bpsolutions.sending.gateway.startup.Started;

/** Reads the mailbox as long as the service runs, when there is one. Neither start nor readiness depend on it. */
@ApplicationScoped
class ImapService {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final Optional<ImapReader> reader;

    ImapService(GatewayConfig config, MailReceiver receiver, Claims claims, MeterRegistry meters) {
        reader = ImapSettings.of(config.imap(), config.inbound().maxMessageSize())
                .map(settings -> {
                    ImapPost post =
                            new ImapPost(settings, config.vendor().verificationAddress(), receiver, claims, meters);
                    return new ImapReader(settings, post, meters, FIRST_PAUSE);
                });
    }

    /** Makes the bean, and thereby looks at the settings, before anything else. */
    void check(@Observes StartupEvent event) {
        // What is missing was told by the constructor.
    }

    /** When the schema is there. */
    void begin(@Observes Started event) {
        reader.ifPresent(ImapReader::start);
    }

    void end(@Observes ShutdownEvent event) {
        reader.ifPresent(ImapReader::close);
    }
}
