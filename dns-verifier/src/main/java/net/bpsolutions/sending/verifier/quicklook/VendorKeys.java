package net.bpsolutions.sending.verifier.quicklook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;
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

    /**
     * TXT at the end of the trail that starts at {@code target}.
     *
     * @param patience after which it cannot be determined, for those who have to wait for it
     */
    void at(String target, Duration patience, Consumer<VendorKey> then) {
        Instant now = clock.instant();
        Known entry = known.get(target);
        if (entry == null || !entry.until().isAfter(now)) {
            forgetSome(now);
            entry = known.compute(
                    target, (name, old) -> old != null && old.until().isAfter(now) ? old : ask(name, patience, now));
        }
        var _ = entry.key().thenAccept(then);
    }

    private Known ask(String target, Duration patience, Instant now) {
        CompletableFuture<VendorKey> key = new CompletableFuture<>();
        Trail tooLate = new Trail.Ended(List.of(target), new Lookup.Unavailable(Reason.TIMEOUT, ""), null);
        Trails.follow(dns, target, RrType.TXT)
                .ifNoItem()
                .after(patience)
                .recoverWithItem(tooLate)
                .subscribe()
                .with(trail -> key.complete(new VendorKey(trail)), bug -> key.complete(new VendorKey(tooLate)));
        return new Known(now.plus(age), key);
    }

    private void forgetSome(Instant now) {
        if (known.size() > MOST) {
            known.values().removeIf(entry -> !entry.until().isAfter(now));
        }
    }

    private record Known(Instant until, CompletableFuture<VendorKey> key) {}
}
