package net.bpsolutions.sending.verifier.quicklook;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.lookup.Trails;

/** Remembers the keys that all clinics' selectors lead to, so that they are not asked for with every domain. */
final class VendorKeys {

    private static final int MOST = 1000;

    private final Dns dns;
    private final Clock clock;
    private final Duration age;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * Remembers nothing yet.
     *
     * @param dns a client that sees all of a reply
     * @param age for which an answer is good
     */
    VendorKeys(Dns dns, Clock clock, Duration age) {
        this.dns = dns;
        this.clock = clock;
        this.age = age;
    }

    /** TXT at the end of the trail that starts at {@code target}. */
    Uni<Trail> at(String target) {
        Instant now = clock.instant();
        if (known.size() > MOST) {
            known.values().removeIf(entry -> !entry.until().isAfter(now));
        }
        return known.compute(
                        target,
                        (name, entry) -> entry != null && entry.until().isAfter(now)
                                ? entry
                                : new Known(
                                        now.plus(age),
                                        Trails.follow(dns, name, RrType.TXT)
                                                .memoize()
                                                .indefinitely()))
                .key();
    }

    private record Known(Instant until, Uni<Trail> key) {}
}
