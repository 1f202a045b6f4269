package net.bpsolutions.sending.verifier.dkim;

import static net.bpsolutions.sending.events.FindingCode.LEGACY_KEY;
import static net.bpsolutions.sending.events.FindingCode.LEGACY_KEY_MALFORMED;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.verdict.Findings;

/** Looks for keys that former instructions asked for; what cannot be seen is not spoken of. */
final class LegacyKeys {

    private final SelectorProbe probe;
    private final DomainName domain;

    LegacyKeys(SelectorProbe probe, DomainName domain) {
        this.probe = probe;
        this.domain = domain;
    }

    /** What is to be said of the keys at each of {@code selectors}; of several records at one, of the worst. */
    Uni<List<Finding>> find(List<String> selectors) {
        return selectors.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join()
                        .all(selectors.stream().map(this::at).toList())
                        .andFailFast()
                        .map(found -> found.stream().flatMap(List::stream).toList());
    }

    private Uni<List<Finding>> at(String selector) {
        String name = selector + "._domainkey." + domain.value();
        return probe.text(name)
                .chain(trail -> trail.outcome().records().isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : probe.beside(name).map(beside -> findings(name, trail, beside.text())));
    }

    /** A wildcard's texts are nobody's key, and without knowing what it gives, only a whole key speaks for itself. */
    private static List<Finding> findings(String name, Trail trail, Trail beside) {
        List<String> texts = trail.outcome().records();
        boolean unseen = beside.outcome() instanceof Lookup.Unavailable;
        return texts.equals(beside.outcome().records())
                ? List.of()
                : texts.stream()
                        .map(text -> finding(name, text))
                        .filter(finding -> !unseen || finding.code().equals(LEGACY_KEY.name()))
                        .max((one, other) -> one.severity().compareTo(other.severity()))
                        .stream()
                        .toList();
    }

    private static Finding finding(String name, String text) {
        Map<String, String> args = new HashMap<>(Map.of("name", name, "found", text));
        return switch (LegacyKey.read(text)) {
            case LegacyKey.Whole(var bits) -> {
                bits.ifPresent(length -> args.put("bits", String.valueOf(length)));
                yield Findings.info(LEGACY_KEY, args);
            }
            case LegacyKey.Malformed(String fault, int position, var repaired) -> {
                args.putAll(Map.of("fault", fault, "position", String.valueOf(position)));
                repaired.ifPresent(record -> args.put("suggested", record));
                yield Findings.warning(LEGACY_KEY_MALFORMED, args);
            }
        };
    }
}
