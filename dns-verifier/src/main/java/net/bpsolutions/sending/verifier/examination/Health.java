package net.bpsolutions.sending.verifier.examination;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;

/**
 * Which servers did not answer a moment ago. They are asked as before, so that a server that is back is seen to be, but
 * nobody waits for them when others answer.
 */
final class Health {

    private static final Duration MEMORY = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final Map<ServerAddress, Instant> silentSince = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Health(InstantSource clock) {
        this.clock = clock;
    }

    boolean isSilent(ServerAddress server) {
        Instant since = silentSince.get(server);
        return since != null && since.plus(MEMORY).isAfter(clock.instant());
    }

    void heard(ServerAddress server) {
        silentSince.remove(server);
    }

    /** When too many are silent to be remembered, the old ones are forgotten, and if none is old, all. */
    void silent(ServerAddress server) {
        if (silentSince.size() >= MOST) {
            Instant old = clock.instant().minus(MEMORY);
            silentSince.values().removeIf(since -> since.isBefore(old));
        }
        if (silentSince.size() >= MOST) {
            silentSince.clear();
        }
        silentSince.put(server, clock.instant());
    }

    int size() {
        return silentSince.size();
    }
}
