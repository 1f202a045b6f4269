package net.bpsolutions.sending.gateway.inbound.imap;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Claims without a database; no pause lasts. */
final class MemoryClaims implements Claims {

    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private final AtomicInteger attempts = new AtomicInteger();

    @Override
    public synchronized Uni<Claim> claim(String mail, Duration lease) {
        Claim claim = done.contains(mail)
                ? new Claim.Done()
                : taken.add(mail) ? new Claim.Ours(attempts.incrementAndGet()) : new Claim.NotNow();
        return Uni.createFrom().item(claim);
    }

    @Override
    public synchronized Uni<Void> done(String mail) {
        done.add(mail);
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<Void> later(String mail, Duration pause) {
        pauses.add(pause);
        taken.remove(mail);
        return Uni.createFrom().voidItem();
    }
}
