package net.bpsolutions.sending.registry.startup;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.function.Consumer;

/** Lets records in once the database is ready, and stops them first when the service stops. */
@ApplicationScoped
class Consumers {

    private static final List<String> CHANNELS =
            List.of("dns-checked", "verification-completed", "check-suggested", "send-outcomes");

    private final ChannelRegistry channels;

    Consumers(ChannelRegistry channels) {
        this.channels = channels;
    }

    void start(@Observes DatabaseReady ready) {
        each(PausableChannel::resume);
    }

    void stop(@Observes ShutdownDelayInitiatedEvent stopping) {
        each(PausableChannel::pause);
    }

    private void each(Consumer<PausableChannel> move) {
        CHANNELS.stream().map(channels::getPausable).forEach(move);
    }
}
