package net.bpsolutions.sending.registry.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.problem.Quota;

/** How often whoever is not known may have DNS asked, all of them together, in the memory of this replica (ADR 23). */
@ApplicationScoped
public class StrangersRate {

    private final RequestRate rate;
    private Optional<Long> fullAt = Optional.empty();

    @Inject
    StrangersRate(RegistryConfig config) {
        this(new RequestRate(new Quota("guide-checks", config.guide().checksPerMinute(), Duration.ofMinutes(1))));
    }

    StrangersRate(RequestRate rate) {
        this.rate = rate;
    }

    /** Takes one; when none is left, answers how long to wait instead. */
    public Optional<Duration> take() {
        return take(System.nanoTime());
    }

    synchronized Optional<Duration> take(long now) {
        return switch (rate.take(fullAt.orElse(now), now)) {
            case RequestRate.Answer.Pass pass -> {
                fullAt = Optional.of(pass.fullAt());
                yield Optional.empty();
            }
            case RequestRate.Answer.Refuse refuse -> Optional.of(refuse.pause());
        };
    }
}
