package net.bpsolutions.sending.verifier.quicklook;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;

/** Remembers for a while what was said of names that are not the clinic's: the SPF records of most lead to a few of them. */
final class Neighbours implements Dns {

    private static final int MOST = 5000;

    private final Dns dns;
    private final Clock clock;
    private final Duration age;
    private final Map<Question, Known> known = new ConcurrentHashMap<>();

    /**
     * Remembers nothing yet.
     *
     * @param dns a client that sees all of a reply
     * @param age for which an answer is good
     */
    Neighbours(Dns dns, Clock clock, Duration age) {
        this.dns = dns;
        this.clock = clock;
        this.age = age;
    }

    @Override
    public Uni<Lookup> lookup(Question question) {
        Instant now = clock.instant();
        Known entry = known.get(question);
        if (entry != null && entry.until().isAfter(now)) {
            return Uni.createFrom().item(entry.lookup());
        }
        return dns.lookup(question).invoke(lookup -> remember(question, lookup, now.plus(age)));
    }

    /** Not what could not be seen. */
    private void remember(Question question, Lookup lookup, Instant until) {
        if (known.size() >= MOST) {
            Instant now = clock.instant();
            known.values().removeIf(entry -> !entry.until().isAfter(now));
        }
        if (!(lookup instanceof Lookup.Unavailable) && known.size() < MOST) {
            known.put(question, new Known(lookup, until));
        }
    }

    private record Known(Lookup lookup, Instant until) {}
}
