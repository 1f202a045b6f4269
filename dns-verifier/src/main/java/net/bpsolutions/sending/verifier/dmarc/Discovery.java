package net.bpsolutions.sending.verifier.dmarc;

import java.util.Map;
import java.util.Optional;

/** The policy of a domain without a record of its own, found in both ways there are. */
final class Discovery {

    private static final String NO_RECORD = "no record";

    private final Elsewhere elsewhere;
    private final TreeWalk.End walked;

    Discovery(Elsewhere elsewhere) {
        this.elsewhere = elsewhere;
        this.walked = TreeWalk.climb(elsewhere.above());
    }

    /** What the tree walk comes to. */
    TreeWalk.End walked() {
        return walked;
    }

    /** The policy in force for the domain; nothing when receivers disregard the record. */
    Optional<Policy> applied(TreeWalk.End.Found found) {
        return found.record().appliedBelow(elsewhere.exists());
    }

    /** Both answers, as arguments of a finding, when receivers of RFC 7489 come to another than those of RFC 9989. */
    Map<String, String> differing() {
        String byTreeWalk = byTreeWalk();
        String byPublicSuffix = byPublicSuffix();
        return byTreeWalk.equals(byPublicSuffix)
                ? Map.of()
                : Map.of("treeWalk", byTreeWalk, "publicSuffix", byPublicSuffix);
    }

    private String byTreeWalk() {
        return switch (walked) {
            case TreeWalk.End.Found found -> answer(found.domain(), applied(found));
            case TreeWalk.End.Nothing _, TreeWalk.End.Unseen _ -> answer(elsewhere.organizational(), Optional.empty());
        };
    }

    /** One more question, at the organizational domain, or none when that is the domain itself (RFC 7489 §6.6.3). */
    private String byPublicSuffix() {
        return answer(
                elsewhere.organizational(),
                elsewhere.above().stream()
                        .filter(step -> step.domain().equals(elsewhere.organizational()))
                        .flatMap(step -> step.found().stream())
                        .findFirst()
                        .flatMap(found -> found.record().appliedBelowBefore9989()));
    }

    private static String answer(String domain, Optional<Policy> policy) {
        return domain + ": " + policy.map(Policy::word).orElse(NO_RECORD);
    }
}
