package net.bpsolutions.sending.gateway.sender;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;

/** The compacted topic, folded. One thread writes, everybody reads. */
@ApplicationScoped
class SenderStatusTable implements SenderStatusView {

    /** Several looks long. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Map<String, SenderStatus> byKey = new ConcurrentHashMap<>();
    private volatile boolean rebuilt;
    private volatile long lookedAt;

    @Override
    public Optional<SenderStatus> find(String clinicId, String domain) {
        return Optional.ofNullable(byKey.get(SenderStatus.key(clinicId, domain)))
                .or(() -> Optional.ofNullable(byKey.get(SenderStatus.key(clinicId, SenderStatus.ANY_DOMAIN)))
                        // Nothing else may hold for domains that nobody has proven.
                        .filter(status -> status.sendingAs() == SendingAs.OWN_ACCOUNT));
    }

    @Override
    public List<SenderStatus> registrationsOf(String domain) {
        return byKey.values().stream()
                .filter(status -> status.domain().equals(domain))
                .toList();
    }

    @Override
    public Set<String> ownAccountClinics() {
        return byKey.values().stream()
                .filter(status -> status.sendingAs() == SendingAs.OWN_ACCOUNT)
                .map(SenderStatus::clinicId)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean rebuilt() {
        return rebuilt;
    }

    /** A look that began long ago tells nothing of what was said meanwhile. */
    @Override
    public boolean current() {
        return rebuilt && System.nanoTime() - lookedAt < PATIENCE.toNanos();
    }

    /** @param begun {@link System#nanoTime()} when the look began that is over now */
    void markLooked(long begun) {
        lookedAt = begun;
    }

    /** Of one registration the higher sequence stays; another registration under the same key replaces it. */
    void put(SenderStatus status) {
        byKey.merge(
                SenderStatus.key(status.clinicId(), status.domain()),
                status,
                (known, told) ->
                        told.domainId().equals(known.domainId()) && told.sequence() < known.sequence() ? known : told);
    }

    void remove(String key) {
        byKey.remove(key);
    }

    int size() {
        return byKey.size();
    }

    void markRebuilt() {
        rebuilt = true;
    }
}
