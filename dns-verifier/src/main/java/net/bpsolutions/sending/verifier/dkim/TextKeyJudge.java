package net.bpsolutions.sending.verifier.dkim;

import static net.bpsolutions.sending.events.FindingCode.CNAME_LOOP;
import static net.bpsolutions.sending.events.FindingCode.DOUBLED_SUFFIX;
import static net.bpsolutions.sending.events.FindingCode.KEY_INVALID;
import static net.bpsolutions.sending.events.FindingCode.MISSING;
import static net.bpsolutions.sending.events.FindingCode.WILDCARD;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/** Judges a selector whose key record is to be in the clinic's own zone: the key counts, not how it is written. */
record TextKeyJudge(Selector selector) {

    RecordCheck judge() {
        return switch (selector.own().text()) {
            case Trail.Endless(var names, var _) ->
                Verdict.nothing(selector.expected()).wrong(Findings.error(CNAME_LOOP, args(String.join(" → ", names))));
            case Trail.Ended(var _, Lookup.Unavailable lost, var _) ->
                Verdict.nothing(selector.expected()).unknown(lost);
            case Trail.Ended(var _, Lookup.Answer(var texts, var _), Long ttl) ->
                text(new Verdict(selector.expected(), texts, ttl));
            case Trail.Ended _ -> missing(List.of());
        };
    }

    private RecordCheck text(Verdict verdict) {
        String all = String.join(" | ", verdict.found());
        boolean fromWildcard = selector.own()
                .text()
                .outcome()
                .records()
                .equals(selector.beside().text().outcome().records());
        List<Finding> remarks = fromWildcard ? List.of(Findings.warning(WILDCARD, args(all))) : List.of();
        Map<String, String> about = args(all);
        boolean single = verdict.found().stream().distinct().count() == 1;
        if (fromWildcard && !holdsIt(selector.own().text())) {
            return missing(remarks);
        }
        return single && isAnother(verdict.found().getFirst())
                ? verdict.wrong(Findings.error(KEY_INVALID, with(about, "fault", "other-key")))
                : new KeyJudge(verdict, about, remarks).judge(new Lookup.Answer(verdict.found(), verdict.ttl()));
    }

    /** A sound key, but not the one expected. */
    private boolean isAnother(String text) {
        return KeyRecord.read(text) instanceof KeyRecord.Usable && !isIt(text);
    }

    private boolean isIt(String text) {
        return material(text)
                .filter(found -> material(selector.expected().value())
                        .filter(found::equals)
                        .isPresent())
                .isPresent();
    }

    private boolean holdsIt(Trail trail) {
        return trail.outcome().records().stream().anyMatch(this::isIt);
    }

    private static Optional<String> material(String text) {
        return TagList.caseSensitive(text).value("p").map(KeyMaterial::compact);
    }

    private RecordCheck missing(List<Finding> remarks) {
        Finding error = selector.misplaced().stream()
                .filter(this::holdsIt)
                .findFirst()
                .map(trail -> Findings.error(DOUBLED_SUFFIX, args(trail.names().getFirst())))
                .orElseGet(() -> Findings.error(MISSING, wanted()));
        List<Finding> findings = new ArrayList<>(List.of(error));
        findings.addAll(remarks);
        return Verdict.nothing(selector.expected()).of(RecordState.MISSING, findings);
    }

    private Map<String, String> args(String found) {
        return with(wanted(), "found", found);
    }

    private Map<String, String> wanted() {
        return Map.of(
                "expected", selector.expected().value(),
                "suggested", selector.expected().value());
    }

    private static Map<String, String> with(Map<String, String> args, String name, String value) {
        Map<String, String> more = new HashMap<>(args);
        more.put(name, value);
        return more;
    }
}
