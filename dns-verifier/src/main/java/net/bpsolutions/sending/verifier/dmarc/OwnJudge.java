package net.bpsolutions.sending.verifier.dmarc;

import static net.bpsolutions.sending.events.FindingCode.CNAME_LOOP;
import static net.bpsolutions.sending.events.FindingCode.EXTERNAL_REPORT_UNAUTHORISED;
import static net.bpsolutions.sending.events.FindingCode.MISSING;
import static net.bpsolutions.sending.events.FindingCode.MULTIPLE_RECORDS;

import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;

/** Judges what is at the domain's own name, when that says enough. */
final class OwnJudge {

    private final Facts facts;

    OwnJudge(Facts facts) {
        this.facts = facts;
    }

    /** Whether the domain's own name says enough, so that no other needs to be asked. */
    static boolean settles(Trail own) {
        return switch (own) {
            case Trail.Endless _ -> true;
            case Trail.Ended(var _, var end, var _) when end instanceof Lookup.Unavailable -> true;
            case Trail.Ended(var _, var end, var _) ->
                end.records().stream()
                        .anyMatch(text -> Version.leads(text) || Slip.in(text).isPresent());
        };
    }

    RecordCheck judge() {
        return switch (facts.own()) {
            case Trail.Endless(var names, Long ttl) ->
                new Verdict(facts.expected(), names.subList(1, names.size()), ttl)
                        .wrong(Findings.error(CNAME_LOOP, Map.of("found", String.join(" → ", names))));
            case Trail.Ended(var _, Lookup.Unavailable unavailable, var _) ->
                Verdict.nothing(facts.expected()).unknown(unavailable);
            case Trail.Ended(var _, var end, Long ttl) -> records(end.records(), ttl);
        };
    }

    private RecordCheck records(List<String> texts, @Nullable Long ttl) {
        List<PolicyRecord> records = PolicyRecord.among(texts);
        return switch (records.size()) {
            case 0 -> slip(texts, ttl);
            case 1 -> single(records.getFirst(), ttl);
            default -> several(records, ttl);
        };
    }

    private RecordCheck slip(List<String> texts, @Nullable Long ttl) {
        Optional<String> slip =
                texts.stream().filter(text -> Slip.in(text).isPresent()).findFirst();
        return slip.flatMap(text -> Slip.in(text)
                        .map(fault -> new Verdict(facts.expected(), List.of(text), ttl)
                                .of(RecordState.WRONG, with(Stream.of(fault), Stranger.remarks(facts, text)))))
                .orElseGet(() -> Verdict.nothing(facts.expected())
                        .missing(Findings.error(
                                MISSING, Map.of("expected", facts.expected().value()))));
    }

    private RecordCheck single(PolicyRecord record, @Nullable Long ttl) {
        Verdict verdict = new Verdict(facts.expected(), List.of(record.text()), ttl);
        RecordJudge judge = new RecordJudge(record);
        Remarks remarks = new Remarks(record);
        Stream<Finding> strangers = Stranger.remarks(facts, record.text());
        Stream<Finding> reports = Stream.concat(remarks.badAddresses(), refusals());
        Stream<Finding> rest = Stream.concat(reports, remarks.deprecated());
        return judge.loss()
                .map(loss -> verdict.of(RecordState.WRONG, with(Stream.of(loss), Stream.concat(strangers, rest))))
                .orElseGet(() -> verdict.ok(with(
                        Stream.concat(judge.slips(), strangers),
                        Stream.concat(rest, remarks.asides(record.applied().orElse(Policy.NONE))))));
    }

    private Stream<Finding> refusals() {
        return facts.refusals().stream()
                .map(refusal -> Findings.warning(
                        EXTERNAL_REPORT_UNAUTHORISED,
                        Map.of(
                                "found", refusal.host(),
                                "tag", refusal.tag(),
                                "expected", refusal.permit())));
    }

    private RecordCheck several(List<PolicyRecord> records, @Nullable Long ttl) {
        List<String> found = records.stream().map(PolicyRecord::text).toList();
        Map<String, String> args =
                new HashMap<>(Map.of("found", String.join(" | ", found), "count", String.valueOf(found.size())));
        Correction.ofStrictest(records).ifPresent(record -> args.put("suggested", record));
        return new Verdict(facts.expected(), found, ttl)
                .of(
                        RecordState.CONFLICT,
                        with(
                                Stream.of(Findings.error(MULTIPLE_RECORDS, args)),
                                Stranger.remarks(facts, found.toArray(String[]::new))));
    }

    private static List<Finding> with(Stream<Finding> first, Stream<Finding> then) {
        return Stream.concat(first, then).toList();
    }
}
