package net.bpsolutions.sending.verifier.dmarc;

import static net.bpsolutions.sending.events.FindingCode.UNRELATED_RECORD;
import static net.bpsolutions.sending.events.FindingCode.WILDCARD;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.verifier.verdict.Findings;

/** Texts at the domain's own name that were not made for it: a wildcard's, or somebody else's. */
final class Stranger {

    private static final int MOST = 5;

    private Stranger() {}

    /**
     * At most one finding.
     *
     * @param known what is there with good reason
     */
    static Stream<Finding> remarks(Facts facts, String... known) {
        if (facts.isWild(facts.texts())) {
            return Stream.of(Findings.warning(WILDCARD, found(facts.texts())));
        }
        List<String> others = facts.texts().stream()
                .filter(text -> !List.of(known).contains(text))
                .toList();
        return others.isEmpty() ? Stream.empty() : Stream.of(Findings.warning(UNRELATED_RECORD, found(others)));
    }

    private static Map<String, String> found(List<String> texts) {
        return Map.of("found", String.join(" | ", texts.stream().limit(MOST).toList()));
    }
}
