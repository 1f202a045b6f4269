package net.bpsolutions.sending.verifier.dmarc;

import static net.bpsolutions.sending.events.FindingCode.CNAME_LOOP;
import static net.bpsolutions.sending.events.FindingCode.DOUBLED_SUFFIX;
import static net.bpsolutions.sending.events.FindingCode.INHERITED;
import static net.bpsolutions.sending.events.FindingCode.MISSING;
import static net.bpsolutions.sending.events.FindingCode.MULTIPLE_RECORDS;
import static net.bpsolutions.sending.events.FindingCode.WRONG_LOCATION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Judges a domain's DMARC policy: its own, else one that it inherits, else where the record went. */
final class PolicyJudge {

    private final Policies facts;

    private PolicyJudge(Policies facts) {
        this.facts = facts;
    }

    static RecordCheck judge(Policies facts) {
        return new PolicyJudge(facts).judge();
    }

    /** Whether the domain's own name says enough, so that no other needs to be asked. */
    static boolean settles(Trail own) {
        return switch (own) {
            case Trail.Endless _ -> true;
            case Trail.Ended(var _, var end, var _) when end instanceof Lookup.Unavailable -> true;
            case Trail.Ended(var _, var end, var _) -> end.records().stream().anyMatch(PolicyJudge::isMeant);
        };
    }

    private static boolean isMeant(String text) {
        return PolicyRecord.read(text).isPresent() || Slip.in(text).isPresent();
    }

    private RecordCheck judge() {
        return switch (facts.own()) {
            case Trail.Endless(var names, Long ttl) ->
                new Verdict(facts.expected(), names.subList(1, names.size()), ttl)
                        .wrong(Findings.error(CNAME_LOOP, Map.of("found", String.join(" → ", names))));
            case Trail.Ended(var _, Lookup.Unavailable unavailable, var _) ->
                nothing().unknown(unavailable);
            case Trail.Ended(var _, var end, Long ttl) -> own(end.records(), ttl);
        };
    }

    private RecordCheck own(List<String> texts, @Nullable Long ttl) {
        List<PolicyRecord> records = PolicyRecord.among(texts);
        List<String> found = records.stream().map(PolicyRecord::text).toList();
        return switch (records.size()) {
            case 0 -> slip(texts, ttl).orElseGet(this::elsewhere);
            case 1 -> SyntaxJudge.judge(new Verdict(facts.expected(), found, ttl), records.getFirst());
            default ->
                new Verdict(facts.expected(), found, ttl)
                        .conflict(Findings.error(
                                MULTIPLE_RECORDS,
                                Map.of("found", String.join(" | ", found), "count", String.valueOf(found.size()))));
        };
    }

    private Optional<RecordCheck> slip(List<String> texts, @Nullable Long ttl) {
        return texts.stream()
                .filter(text -> Slip.in(text).isPresent())
                .findFirst()
                .flatMap(text ->
                        Slip.in(text).map(finding -> new Verdict(facts.expected(), List.of(text), ttl).wrong(finding)));
    }

    private RecordCheck elsewhere() {
        return inherited().or(this::unseen).orElseGet(() -> nothing().missing(strayed()));
    }

    private Optional<RecordCheck> inherited() {
        List<TreeWalk.Step> steps = facts.above().stream()
                .flatMap(above ->
                        single(above.text().outcome())
                                .map(record -> new TreeWalk.Step(above.domain(), record))
                                .stream())
                .toList();
        return TreeWalk.inherited(steps)
                .filter(step ->
                        step.record().policy().filter(PolicyRecord::isPolicy).isPresent())
                .map(step -> new Verdict(facts.expected(), List.of(step.record().text()), ttl(step))
                        .ok(List.of(Findings.info(
                                INHERITED, Map.of("found", step.record().text(), "from", step.domain())))));
    }

    private @Nullable Long ttl(TreeWalk.Step step) {
        return facts.above().stream()
                .filter(above -> above.domain().equals(step.domain()))
                .findFirst()
                .map(above -> above.text().ttl())
                .orElse(null);
    }

    /**
     * A parent that could not be seen may hold the policy. One that is refused is outside what the servers asked will ever
     * tell, and does not count.
     */
    private Optional<RecordCheck> unseen() {
        return facts.above().stream()
                .flatMap(above ->
                        above.text().outcome() instanceof Lookup.Unavailable lost && lost.reason() != Reason.REFUSED
                                ? Stream.of(lost)
                                : Stream.empty())
                .findFirst()
                .map(lost -> nothing().unknown(lost));
    }

    private Finding strayed() {
        Optional<String> doubled = facts.doubled().stream()
                .filter(trail -> !PolicyRecord.among(trail.outcome().records()).isEmpty())
                .map(trail -> trail.names().getFirst())
                .findFirst();
        Optional<String> apex = facts.apex().records().stream()
                .filter(text -> PolicyRecord.read(text).isPresent())
                .findFirst();
        return doubled.map(name -> Findings.error(DOUBLED_SUFFIX, args(name)))
                .or(() -> apex.map(text -> Findings.error(WRONG_LOCATION, args(text))))
                .orElseGet(() -> Findings.error(
                        MISSING, Map.of("expected", facts.expected().value())));
    }

    private static Optional<PolicyRecord> single(Lookup lookup) {
        List<PolicyRecord> records = PolicyRecord.among(lookup.records());
        return records.size() == 1 ? Optional.of(records.getFirst()) : Optional.empty();
    }

    private Map<String, String> args(String found) {
        return Map.of("found", found, "expected", facts.expected().value());
    }

    private Verdict nothing() {
        return Verdict.nothing(facts.expected());
    }
}
