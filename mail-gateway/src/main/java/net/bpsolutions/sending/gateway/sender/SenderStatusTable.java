package net.bpsolutions.sending.gateway.sender;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.bpsolutions.sending.events.SenderStatus;

/** The compacted topic, folded. One thread writes, everybody reads. */
@ApplicationScoped
class SenderStatusTable implements SenderStatusView {

    private final Map<String, SenderStatus> byKey = new ConcurrentHashMap<>();
    private volatile boolean rebuilt;

    @Override
    public Optional<SenderStatus> find(String clinicId, String domain) {
        return Optional.ofNullable(byKey.get(SenderStatus.key(clinicId, domain)))
                .or(() -> Optional.ofNullable(byKey.get(SenderStatus.key(clinicId, SenderStatus.ANY_DOMAIN))));
    }

    @Override
    public List<SenderStatus> registrationsOf(String domain) {
        return byKey.values().stream()
                .filter(status -> status.domain().equals(domain))
                .toList();
    }

    @Override
    public boolean rebuilt() {
        return rebuilt;
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
