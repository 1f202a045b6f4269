package net.bpsolutions.sending.gateway.startup;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets records in when the schema is there, and stops them first when the service stops. */
@ApplicationScoped
class Consumers {

    private static final int FIRST = 100;

    private final ChannelRegistry channels;

    Consumers(ChannelRegistry channels) {
        this.channels = channels;
    }

    void begin(@Observes Started event) {
        each(PausableChannel::resume);
    }

    void end(@Observes @Priority(FIRST) ShutdownEvent event) {
        each(PausableChannel::pause);
    }

    private void each(Consumer<PausableChannel> action) {
        for (String name : channels.getIncomingNames()) {
            @Nullable PausableChannel channel = channels.getPausable(name);
            if (channel != null) {
                action.accept(channel);
            }
        }
    }
}
