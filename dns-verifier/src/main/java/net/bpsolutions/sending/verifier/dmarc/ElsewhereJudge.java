package net.bpsolutions.sending.verifier.dmarc;

import static net.bpsolutions.sending.events.FindingCode.DANGLING_TARGET;
import static net.bpsolutions.sending.events.FindingCode.DOUBLED_SUFFIX;
import static net.bpsolutions.sending.events.FindingCode.INHERITED;
import static net.bpsolutions.sending.events.FindingCode.MISSING;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/** Judges a domain that has no record of its own: whether it inherits a policy, else where the record went. */
final class ElsewhereJudge {

    private final Facts facts;
    private final Elsewhere elsewhere;
    private final Discovery discovery;

    ElsewhereJudge(Facts facts, Elsewhere elsewhere) {
        this.facts = facts;
        this.elsewhere = elsewhere;
        this.discovery = new Discovery(elsewhere);
    }

    RecordCheck judge() {
        return switch (discovery.walked()) {
            case TreeWalk.End.Unseen(var reason) ->
                Verdict.nothing(facts.expected()).unknown(reason);
            case TreeWalk.End.Nothing _ -> absent();
            case TreeWalk.End.Found found ->
                discovery.applied(found).map(policy -> inherited(found, policy)).orElseGet(this::absent);
        };
    }

    private RecordCheck inherited(TreeWalk.End.Found found, Policy policy) {
        Map<String, String> args = new HashMap<>(discovery.differing());
        args.putAll(Map.of("found", found.record().text(), "from", found.domain(), "policy", policy.word()));
        Stream<Finding> warnings = Stream.concat(
                dangling().map(target -> Findings.warning(DANGLING_TARGET, Map.of("found", target))).stream(),
                Stranger.remarks(facts));
        Stream<Finding> infos =
                Stream.concat(Stream.of(Findings.info(INHERITED, args)), new Remarks(found.record()).asides(policy));
        return new Verdict(facts.expected(), List.of(found.record().text()), found.ttl())
                .ok(Stream.concat(warnings, infos).toList());
    }

    private RecordCheck absent() {
        List<Finding> errors = strays();
        Optional<String> target = dangling();
        if (errors.isEmpty() && target.isPresent()) {
            Finding finding = Findings.error(DANGLING_TARGET, args(target.get()));
            return new Verdict(
                            facts.expected(), List.of(target.get()), facts.own().ttl())
                    .of(RecordState.WRONG, List.of(finding));
        }
        Stream<Finding> found = errors.isEmpty() ? Stream.of(missing()) : errors.stream();
        return Verdict.nothing(facts.expected())
                .of(
                        RecordState.MISSING,
                        Stream.concat(found, Stranger.remarks(facts)).toList());
    }

    private Finding missing() {
        Map<String, String> args = new HashMap<>(discovery.differing());
        args.put("expected", facts.expected().value());
        return Findings.error(MISSING, args);
    }

    /** Where the CNAME at the domain's own name leads, when nothing is there. */
    private Optional<String> dangling() {
        List<String> names = facts.own().names();
        return names.size() > 1 && facts.own() instanceof Trail.Ended(var _, var end, var _) && isAbsent(end)
                ? Optional.of(names.getLast())
                : Optional.empty();
    }

    private static boolean isAbsent(Lookup end) {
        return end instanceof Lookup.NoData || end instanceof Lookup.NoSuchDomain;
    }

    /** One of each kind. */
    private List<Finding> strays() {
        Map<String, Finding> strays = new LinkedHashMap<>();
        for (Elsewhere.Stray stray : elsewhere.strays()) {
            List<String> texts = stray.text().outcome().records();
            texts.stream()
                    .filter(text -> !facts.isWild(texts))
                    .filter(text -> Version.leads(text) || Slip.in(text).isPresent())
                    .findFirst()
                    .ifPresent(text -> strays.putIfAbsent(stray.code().name(), finding(stray, text)));
        }
        return List.copyOf(strays.values());
    }

    private Finding finding(Elsewhere.Stray stray, String text) {
        boolean isDoubled = stray.code() == DOUBLED_SUFFIX;
        Map<String, String> args = args(isDoubled ? stray.name() : text);
        args.put("at", stray.name());
        Correction.of(text).ifPresent(record -> args.put("suggested", record));
        return Findings.error(stray.code(), args);
    }

    private Map<String, String> args(String found) {
        return new HashMap<>(Map.of("found", found, "expected", facts.expected().value()));
    }
}
