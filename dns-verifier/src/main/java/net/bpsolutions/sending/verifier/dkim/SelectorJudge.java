package net.bpsolutions.sending.verifier.dkim;

import static net.bpsolutions.sending.events.FindingCode.CNAME_LOOP;
import static net.bpsolutions.sending.events.FindingCode.MULTIPLE_RECORDS;
import static net.bpsolutions.sending.events.FindingCode.RELATIVE_TARGET;
import static net.bpsolutions.sending.events.FindingCode.SELECTORS_SWAPPED;
import static net.bpsolutions.sending.events.FindingCode.WRONG_TARGET;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/**
 * Judges one selector whose CNAME is expected, knowing its siblings.
 *
 * @param siblings every selector of the check, this one included
 */
record SelectorJudge(Selector selector, List<Selector> siblings) {

    RecordCheck judge() {
        return switch (selector.own().cname()) {
            case Lookup.Answer(var targets, Long ttl) -> alias(new Verdict(selector.expected(), targets, ttl));
            case Lookup.Alias(String target, Long ttl) -> alias(new Verdict(selector.expected(), List.of(target), ttl));
            case Lookup.NoData _, Lookup.NoSuchDomain _ -> new AbsenceJudge(selector, siblings).judge();
            case Lookup.Unavailable lost -> Verdict.nothing(selector.expected()).unknown(lost);
        };
    }

    private RecordCheck alias(Verdict verdict) {
        List<String> all = Stream.of(
                        verdict.found(),
                        selector.own().ownTexts(),
                        selector.own().address().records())
                .flatMap(List::stream)
                .toList();
        return all.size() > 1 ? conflict(new Verdict(selector.expected(), all, verdict.ttl())) : single(verdict);
    }

    /** Several CNAMEs, or other data beside one (RFC 1034 §3.6.2): each resolver makes something else of it. */
    private RecordCheck conflict(Verdict verdict) {
        Map<String, String> args = selector.args(String.join(" | ", verdict.found()));
        args.put("count", String.valueOf(verdict.found().size()));
        return verdict.conflict(Findings.error(MULTIPLE_RECORDS, args));
    }

    private RecordCheck single(Verdict verdict) {
        Trail trail = selector.own().text();
        boolean fromWildcard = selector.own().sharesAlias(selector.beside());
        return switch (trail) {
            case Trail.Endless(var names, var _)
            when selector.pointsTo(selector.target()) || !fromWildcard ->
                verdict.wrong(Findings.error(CNAME_LOOP, loop(names)));
            case Trail.Ended _
            when trail.leadsTo(selector.target()) -> key(verdict, fromWildcard).judge(trail.outcome());
            case Trail.Ended _
            when selector.pointsTo(selector.target()) ->
                key(verdict, fromWildcard).judge(selector.key().outcome());
            case Trail.Ended(var _, Lookup.Unavailable lost, var _)
            when mayStillLeadThere(lost) -> verdict.of(RecordState.UNKNOWN, List.of(lostOnTheWay(lost)));
            case Trail.Endless _, Trail.Ended _ ->
                fromWildcard
                        ? new AbsenceJudge(selector, siblings).fromWildcard(selector.published())
                        : wrongTarget(verdict);
        };
    }

    private KeyJudge key(Verdict verdict, boolean fromWildcard) {
        List<Finding> remarks = fromWildcard
                ? List.of(Findings.warning(FindingCode.WILDCARD, selector.args(selector.published())))
                : List.of();
        return new KeyJudge(verdict, atVendor(), remarks);
    }

    /** What is amiss behind the expected target, the clinic cannot mend. */
    private Map<String, String> atVendor() {
        return Map.of(
                "found", selector.published(),
                "expected", selector.target(),
                "target", selector.target(),
                "responsible", "vendor");
    }

    private Map<String, String> loop(List<String> names) {
        Map<String, String> args = new HashMap<>(selector.args(String.join(" → ", names)));
        if (selector.pointsTo(selector.target())) {
            args.putAll(Map.of("target", selector.target(), "responsible", "vendor"));
        }
        return args;
    }

    /**
     * Somebody else's alias that cannot be followed now. A server that refuses holds only its own zones and will never
     * say more, so that the published target is what there is to judge.
     */
    private boolean mayStillLeadThere(Lookup.Unavailable lost) {
        boolean knownTarget =
                siblings.stream().anyMatch(sibling -> sibling.target().equals(selector.published()));
        return lost.reason() != Reason.REFUSED && !knownTarget && !isOneWithOurNameAppended();
    }

    private Finding lostOnTheWay(Lookup.Unavailable lost) {
        Map<String, String> args = new HashMap<>(Verdict.remark(lost).args());
        args.putAll(Map.of("found", selector.published(), "expected", selector.target()));
        return Findings.warning(lost.reason().code(), args);
    }

    private RecordCheck wrongTarget(Verdict verdict) {
        FindingCode code = isSwapped() ? SELECTORS_SWAPPED : isRelative() ? RELATIVE_TARGET : WRONG_TARGET;
        return verdict.wrong(Findings.error(code, selector.args(selector.published())));
    }

    /** Each of the two points to what the other one should. */
    private boolean isSwapped() {
        return siblings.stream()
                .anyMatch(other -> selector.pointsTo(other.target())
                        && other.pointsTo(selector.target())
                        && !other.pointsTo(other.target()));
    }

    /**
     * The zone's own name was appended, for want of a final dot. A name of the clinic's own that holds something is one
     * that somebody made on purpose.
     */
    private boolean isRelative() {
        boolean leadsNowhere = selector.own().text().names().size() <= 2
                && selector.own().text().outcome().records().isEmpty();
        return isOneWithOurNameAppended() || (leadsNowhere && selector.place().holds(selector.published()));
    }

    private boolean isOneWithOurNameAppended() {
        return selector.place().holds(selector.published())
                && siblings.stream().anyMatch(sibling -> selector.published().startsWith(sibling.target() + "."));
    }
}
