package net.bpsolutions.sending.verifier.delivery;

import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Takes no requests while the service stops or the resolvers are away; what is under way goes on. */
@ApplicationScoped
public class Intake {

    private static final List<String> CHANNELS = List.of("domain-registered", "dns-check-requested");

    private final ChannelRegistry channels;
    private boolean closed;
    private boolean held;

    Intake(ChannelRegistry channels) {
        this.channels = channels;
    }

    /** Takes no more requests, for good. */
    public synchronized void close() {
        closed = true;
        pausable().filter(channel -> !channel.isPaused()).forEach(PausableChannel::pause);
    }

    /** Whether it takes no more, for good. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** Takes none until it is released. */
    synchronized void hold() {
        held = true;
        pausable().filter(channel -> !channel.isPaused()).forEach(PausableChannel::pause);
    }

    /** Takes requests again, unless it is closed. */
    synchronized void release() {
        held = false;
        if (!closed) {
            pausable().filter(PausableChannel::isPaused).forEach(PausableChannel::resume);
        }
    }

    /** Whether it waits to be released. */
    synchronized boolean isHeld() {
        return held;
    }

    private Stream<PausableChannel> pausable() {
        return CHANNELS.stream().map(channels::getPausable).filter(Objects::nonNull);
    }
}
