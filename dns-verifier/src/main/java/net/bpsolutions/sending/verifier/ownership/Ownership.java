package net.bpsolutions.sending.verifier.ownership;

import static net.bpsolutions.sending.events.FindingCode.CNAME_LOOP;
import static net.bpsolutions.sending.events.FindingCode.DOUBLED_SUFFIX;
import static net.bpsolutions.sending.events.FindingCode.MISSING;
import static net.bpsolutions.sending.events.FindingCode.QUOTED_VALUE;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.lookup.Trails;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/** Checks that a TXT record holds exactly the expected text; other TXT records may stand beside it. */
public final class Ownership {

    private Ownership() {}

    /** Asks and judges. */
    public static Uni<RecordCheck> examine(Dns dns, DomainName domain, ExpectedRecord expected) {
        String doubledName = OwnerName.canonical(expected.name()) + "." + domain.value();
        Uni<Trail> own = Trails.follow(dns, expected.name(), RrType.TXT);
        Uni<Trail> doubled = Trails.follow(dns, doubledName, RrType.TXT);
        return own.chain(trail -> isHeldBy(trail.outcome(), expected)
                ? Uni.createFrom().item(judge(expected, trail, trail))
                : doubled.map(elsewhere -> judge(expected, trail, elsewhere)));
    }

    /** Judges TXT records as a resolver gave them. Only OK can be relied on. */
    public static RecordCheck glance(ExpectedRecord expected, Lookup texts) {
        Trail trail = new Trail.Ended(List.of(expected.name()), texts, null);
        return judge(expected, trail, trail);
    }

    static RecordCheck judge(ExpectedRecord expected, Trail own, Trail doubled) {
        return switch (own) {
            case Trail.Endless(var names, var _) ->
                Verdict.nothing(expected).wrong(Findings.error(CNAME_LOOP, Map.of("found", String.join(" → ", names))));
            case Trail.Ended(var _, Lookup.Unavailable unavailable, var _) ->
                Verdict.nothing(expected).unknown(unavailable);
            case Trail.Ended(var _, var end, Long ttl)
            when isHeldBy(end, expected) -> new Verdict(expected, List.of(expected.value()), ttl).ok(List.of());
            case Trail.Ended(var _, var end, Long ttl) ->
                quoted(end, expected)
                        .map(text -> new Verdict(expected, List.of(text), ttl)
                                .wrong(Findings.error(
                                        QUOTED_VALUE, Map.of("found", text, "suggested", expected.value()))))
                        .orElseGet(() -> missing(expected, doubled));
        };
    }

    private static RecordCheck missing(ExpectedRecord expected, Trail doubled) {
        Verdict nothing = Verdict.nothing(expected);
        return isHeldBy(doubled.outcome(), expected)
                ? nothing.missing(Findings.error(
                        DOUBLED_SUFFIX, Map.of("found", doubled.names().getFirst(), "expected", expected.value())))
                : nothing.missing(Findings.error(MISSING, Map.of("expected", expected.value())));
    }

    private static boolean isHeldBy(Lookup lookup, ExpectedRecord expected) {
        return lookup.records().stream().anyMatch(text -> text.strip().equals(expected.value()));
    }

    private static Optional<String> quoted(Lookup lookup, ExpectedRecord expected) {
        return lookup.records().stream()
                .filter(text -> text.replaceAll("[\\\\\"“”„]", "").strip().equals(expected.value()))
                .findFirst();
    }
}
