package net.bpsolutions.sending.verifier.dkim;

import static net.bpsolutions.sending.events.FindingCode.CNAME_LOOP;
import static net.bpsolutions.sending.events.FindingCode.DOUBLED_SUFFIX;
import static net.bpsolutions.sending.events.FindingCode.FLATTENED;
import static net.bpsolutions.sending.events.FindingCode.MISSING;
import static net.bpsolutions.sending.events.FindingCode.MULTIPLE_RECORDS;
import static net.bpsolutions.sending.events.FindingCode.PROXIED;
import static net.bpsolutions.sending.events.FindingCode.RELATIVE_TARGET;
import static net.bpsolutions.sending.events.FindingCode.SELECTORS_SWAPPED;
import static net.bpsolutions.sending.events.FindingCode.TXT_INSTEAD_OF_CNAME;
import static net.bpsolutions.sending.events.FindingCode.WRONG_TARGET;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/** Judges one selector, knowing its siblings. */
final class SelectorJudge {

    private final Selector selector;
    private final List<Selector> siblings;

    /**
     * Judges {@code selector}.
     *
     * @param siblings every selector of the check, this one included
     */
    SelectorJudge(Selector selector, List<Selector> siblings) {
        this.selector = selector;
        this.siblings = siblings;
    }

    RecordCheck judge() {
        return switch (selector.own().cname()) {
            case Lookup.Answer(var targets, Long ttl) ->
                alias(new Verdict(selector.expected(), targets, ttl), targets.size());
            case Lookup.Alias(String target, Long ttl) ->
                alias(new Verdict(selector.expected(), List.of(target), ttl), 1);
            case Lookup.NoData _, Lookup.NoSuchDomain _ -> noAlias();
            case Lookup.Unavailable unavailable -> unknown(unavailable);
        };
    }

    private RecordCheck alias(Verdict verdict, int targets) {
        if (targets > 1 || !selector.own().ownTexts().isEmpty()) {
            List<String> all = Stream.concat(verdict.found().stream(), selector.own().ownTexts().stream())
                    .toList();
            return new Verdict(selector.expected(), all, verdict.ttl())
                    .conflict(Findings.error(MULTIPLE_RECORDS, args(String.join(" | ", all))));
        }
        Trail trail = selector.own().text();
        return switch (trail) {
            case Trail.Endless(var names, var _) ->
                verdict.wrong(Findings.error(CNAME_LOOP, args(String.join(" → ", names))));
            case Trail.Ended _
            when trail.leadsTo(selector.target()) -> KeyJudge.judge(verdict, selector.target(), trail.outcome());
            case Trail.Ended _
            when selector.published().equals(selector.target()) ->
                KeyJudge.judge(verdict, selector.target(), selector.key().outcome());
            case Trail.Ended(var _, Lookup.Unavailable lost, var _)
            when mayStillLeadThere(lost) -> verdict.unknown(lost);
            case Trail.Ended _ -> isFromWildcard() ? missing() : wrongTarget(verdict);
        };
    }

    /**
     * Somebody else's alias that cannot be followed now. A server that refuses holds only its own zones and will never
     * say more, so that the published target is what there is to judge.
     */
    private boolean mayStillLeadThere(Lookup.Unavailable lost) {
        boolean knownTarget =
                siblings.stream().anyMatch(sibling -> sibling.target().equals(selector.published()));
        return lost.reason() != Reason.REFUSED && !knownTarget && !isRelative(selector.published());
    }

    private RecordCheck wrongTarget(Verdict verdict) {
        String published = selector.published();
        FindingCode code = isSwapped() ? SELECTORS_SWAPPED : isRelative(published) ? RELATIVE_TARGET : WRONG_TARGET;
        return verdict.wrong(Findings.error(code, args(published)));
    }

    /** Each of the two points to what the other one should. */
    private boolean isSwapped() {
        return siblings.stream()
                .anyMatch(other -> !other.target().equals(selector.target())
                        && other.target().equals(selector.published())
                        && selector.target().equals(other.published()));
    }

    /** The zone's own name was appended, for want of a final dot. */
    private boolean isRelative(String published) {
        boolean ownName = OwnerName.isWithin(published, selector.domain().value());
        boolean parentName = published.startsWith(selector.target() + ".")
                && OwnerName.upwards(selector.domain().value()).stream()
                        .filter(parent -> parent.contains("."))
                        .anyMatch(parent -> OwnerName.isWithin(published, parent));
        return ownName || parentName;
    }

    private RecordCheck noAlias() {
        return switch (selector.own().text().outcome()) {
            case Lookup.Unavailable unavailable -> unknown(unavailable);
            case Lookup.Answer(var texts, Long ttl)
            when !isFromWildcard() -> text(new Verdict(selector.expected(), texts, ttl));
            case Lookup.Answer _, Lookup.Alias _, Lookup.NoData _, Lookup.NoSuchDomain _ -> address();
        };
    }

    private RecordCheck text(Verdict verdict) {
        Optional<String> vendorKey = material(selector.key().outcome().records());
        return vendorKey.isPresent() && material(verdict.found()).equals(vendorKey)
                ? verdict.ok(
                        List.of(Findings.warning(FLATTENED, args(verdict.found().getFirst()))))
                : verdict.wrong(Findings.error(
                        TXT_INSTEAD_OF_CNAME, args(verdict.found().getFirst())));
    }

    private static Optional<String> material(List<String> texts) {
        return texts.size() == 1
                        && KeyRecord.read(texts.getFirst()) instanceof KeyRecord.Usable(var _, var _, var material)
                ? Optional.of(material)
                : Optional.empty();
    }

    private RecordCheck address() {
        return selector.own().address() instanceof Lookup.Answer(var addresses, Long ttl) && !isFromWildcard()
                ? new Verdict(selector.expected(), addresses, ttl)
                        .wrong(Findings.error(PROXIED, args(String.join(" ", addresses))))
                : missing();
    }

    private RecordCheck missing() {
        Verdict nothing = Verdict.nothing(selector.expected());
        return selector.doubled().stream()
                .filter(trail -> siblings.stream().anyMatch(sibling -> trail.leadsTo(sibling.target())))
                .findFirst()
                .map(trail -> nothing.missing(
                        Findings.error(DOUBLED_SUFFIX, args(trail.names().getFirst()))))
                .orElseGet(() -> nothing.missing(Findings.error(MISSING, Map.of("expected", selector.target()))));
    }

    /** The name shows the same as one that nobody made. */
    private boolean isFromWildcard() {
        Selector.Sight own = selector.own();
        Selector.Sight beside = selector.wildcard();
        boolean sameAlias = !own.cname().records().isEmpty()
                && own.cname().records().equals(beside.cname().records());
        boolean sameText = !own.ownTexts().isEmpty() && own.ownTexts().equals(beside.ownTexts());
        boolean sameAddress = own.ownTexts().isEmpty()
                && !own.address().records().isEmpty()
                && own.address().records().equals(beside.address().records());
        return sameAlias || sameText || sameAddress;
    }

    private RecordCheck unknown(Lookup.Unavailable unavailable) {
        return Verdict.nothing(selector.expected()).unknown(unavailable);
    }

    private Map<String, String> args(String found) {
        return Map.of("found", found, "expected", selector.target());
    }
}
