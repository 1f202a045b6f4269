package net.bpsolutions.sending.verifier.delivery;

import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Stops taking requests and takes them again; what is under way goes on. */
@ApplicationScoped
public class Intake {

    private static final List<String> CHANNELS = List.of("domain-registered", "dns-check-requested");

    private final ChannelRegistry channels;
    private volatile boolean paused;

    Intake(ChannelRegistry channels) {
        this.channels = channels;
    }

    /** Takes no more requests. */
    public void pause() {
        paused = true;
        pausable().filter(channel -> !channel.isPaused()).forEach(PausableChannel::pause);
    }

    /** Takes requests again. */
    public void resume() {
        paused = false;
        pausable().filter(PausableChannel::isPaused).forEach(PausableChannel::resume);
    }

    /** Whether it was told to take no more. */
    public boolean isPaused() {
        return paused;
    }

    private Stream<PausableChannel> pausable() {
        return CHANNELS.stream().map(channels::getPausable).filter(Objects::nonNull);
    }
}
