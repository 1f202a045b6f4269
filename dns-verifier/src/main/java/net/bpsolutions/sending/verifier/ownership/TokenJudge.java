package net.bpsolutions.sending.verifier.ownership;

import static net.bpsolutions.sending.events.FindingCode.CNAME_LOOP;
import static net.bpsolutions.sending.events.FindingCode.DOUBLED_SUFFIX;
import static net.bpsolutions.sending.events.FindingCode.MISSING;
import static net.bpsolutions.sending.events.FindingCode.QUOTED_VALUE;
import static net.bpsolutions.sending.events.FindingCode.SYNTAX;
import static net.bpsolutions.sending.events.FindingCode.UNRELATED_RECORD;
import static net.bpsolutions.sending.events.FindingCode.WILDCARD;
import static net.bpsolutions.sending.events.FindingCode.WRONG_LOCATION;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/**
 * Judges one token. What is found is shown only where it is this very token with a slip of the pen: another one may be
 * somebody else's.
 *
 * @param own TXT at the owner name
 * @param beside TXT at a name that nobody made: it comes from a wildcard
 * @param doubled TXT where a doubled suffix would have put it
 * @param elsewhere TXT at other names that people take for the right one
 */
record TokenJudge(ExpectedRecord expected, Trail own, Trail beside, List<Trail> doubled, List<Trail> elsewhere) {

    private static final Pattern QUOTES = Pattern.compile("[\\\\\"'“”„‟‘’«»]");
    private static final Pattern SPACES = Pattern.compile("\\s");

    RecordCheck judge() {
        return switch (own) {
            case Trail.Endless(var names, var _)
            when !isFromWildcard() ->
                Verdict.nothing(expected).wrong(Findings.error(CNAME_LOOP, with("found", String.join(" → ", names))));
            case Trail.Ended(var _, Lookup.Unavailable lost, var _) ->
                Verdict.nothing(expected).unknown(lost);
            case Trail.Ended(var _, var end, Long ttl)
            when isHeldBy(end) ->
                new Verdict(expected, List.of(expected.value()), ttl)
                        .ok(isFromWildcard() ? List.of(wildcard()) : List.of());
            case Trail.Endless _, Trail.Ended _ -> mistyped().orElseGet(this::absent);
        };
    }

    /** Space around it is nobody's mistake worth a word; anything else has to be the same to the letter. */
    private boolean isHeldBy(Lookup lookup) {
        return lookup.records().stream().anyMatch(text -> text.strip().equals(expected.value()));
    }

    private Optional<RecordCheck> mistyped() {
        return mistyped(QUOTES, QUOTED_VALUE).or(() -> mistyped(SPACES, SYNTAX));
    }

    /** The token, but for characters that do not belong there. */
    private Optional<RecordCheck> mistyped(Pattern superfluous, FindingCode code) {
        return own.outcome().records().stream()
                .filter(text -> superfluous.matcher(text).replaceAll("").strip().equals(expected.value()))
                .findFirst()
                .map(text -> new Verdict(expected, List.of(text), own.ttl())
                        .wrong(Findings.error(code, with("found", text))));
    }

    private RecordCheck absent() {
        if (isFromWildcard()) {
            return missing(List.of(wildcard()));
        }
        return own.names().size() > 1
                ? new Verdict(expected, List.of(own.names().get(1)), own.ttl())
                        .wrong(Findings.error(
                                UNRELATED_RECORD,
                                with("found", "CNAME " + own.names().get(1))))
                : missing(List.of());
    }

    private RecordCheck missing(List<Finding> remarks) {
        List<Finding> findings = new ArrayList<>();
        findings.add(found(doubled, DOUBLED_SUFFIX)
                .or(() -> found(elsewhere, WRONG_LOCATION))
                .orElseGet(() -> Findings.error(MISSING, with("others", String.valueOf(others())))));
        findings.addAll(remarks);
        return Verdict.nothing(expected).of(RecordState.MISSING, findings);
    }

    private Optional<Finding> found(List<Trail> trails, FindingCode code) {
        return trails.stream()
                .filter(trail -> isHeldBy(trail.outcome()) && !isHeldBy(beside.outcome()))
                .findFirst()
                .map(trail -> Findings.error(code, with("found", trail.names().getFirst())));
    }

    /** How many other tokens there are. */
    private long others() {
        String kind = expected.value().substring(0, expected.value().indexOf('=') + 1);
        return own.outcome().records().stream()
                .filter(text -> !kind.isEmpty() && text.strip().startsWith(kind))
                .count();
    }

    private boolean isFromWildcard() {
        boolean sameAlias = own.names().size() > 1
                && beside.names().size() > 1
                && own.names().get(1).equals(beside.names().get(1));
        boolean sameText = !own.outcome().records().isEmpty()
                && own.outcome().records().equals(beside.outcome().records());
        return sameAlias || sameText;
    }

    private Finding wildcard() {
        return Findings.warning(WILDCARD, wanted());
    }

    private Map<String, String> wanted() {
        return Map.of("expected", expected.value(), "suggested", expected.value());
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> args = new HashMap<>(wanted());
        args.put(name, value);
        return args;
    }
}
