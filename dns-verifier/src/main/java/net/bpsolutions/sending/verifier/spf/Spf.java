package net.bpsolutions.sending.verifier.spf;

import static net.bpsolutions.sending.events.FindingCode.ALLOWS_ALL;
import static net.bpsolutions.sending.events.FindingCode.CNAME_LOOP;
import static net.bpsolutions.sending.events.FindingCode.INCLUDE_AFTER_ALL;
import static net.bpsolutions.sending.events.FindingCode.INCLUDE_MISSING;
import static net.bpsolutions.sending.events.FindingCode.MISSING;
import static net.bpsolutions.sending.events.FindingCode.MULTIPLE_RECORDS;
import static net.bpsolutions.sending.events.FindingCode.SYNTAX;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.lookup.Trails;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/** Checks that a domain's SPF policy includes the vendor's. Advice: no finding is more than a warning. */
public final class Spf {

    private Spf() {}

    /** Asks and judges. */
    public static Uni<RecordCheck> examine(Dns dns, DomainName domain, ExpectedRecord expected) {
        return Trails.follow(dns, expected.name(), RrType.TXT).map(trail -> judge(expected, trail));
    }

    /** Judges TXT records as a resolver gave them. Only OK can be relied on. */
    public static RecordCheck glance(ExpectedRecord expected, Lookup texts) {
        return judge(expected, new Trail.Ended(List.of(expected.name()), texts, null));
    }

    static RecordCheck judge(ExpectedRecord expected, Trail trail) {
        return switch (trail) {
            case Trail.Endless(var names, var _) ->
                Verdict.nothing(expected)
                        .wrong(Findings.warning(CNAME_LOOP, Map.of("found", String.join(" → ", names))));
            case Trail.Ended(var _, Lookup.Unavailable unavailable, var _) ->
                Verdict.nothing(expected).unknown(unavailable);
            case Trail.Ended(var _, var end, Long ttl) -> {
                List<SpfRecord> records = SpfRecord.among(end.records());
                List<String> found = records.stream().map(SpfRecord::text).toList();
                yield judge(new Verdict(expected, found, ttl), records);
            }
        };
    }

    private static RecordCheck judge(Verdict verdict, List<SpfRecord> records) {
        String include = include(verdict.expected());
        return switch (records.size()) {
            case 0 -> verdict.missing(Findings.warning(MISSING, Map.of("suggested", Correction.fresh(include))));
            case 1 -> judge(verdict, records.getFirst(), include);
            default ->
                verdict.conflict(Findings.warning(
                        MULTIPLE_RECORDS,
                        Map.of(
                                "found", String.join(" | ", verdict.found()),
                                "suggested", Correction.merged(records, include))));
        };
    }

    private static RecordCheck judge(Verdict verdict, SpfRecord record, String include) {
        Map<String, String> args = Map.of("found", record.text(), "suggested", Correction.including(record, include));
        int index = record.including(include);
        if (record.firstInvalid().isPresent()) {
            return verdict.wrong(syntax(record, record.firstInvalid().get()));
        }
        if (index < 0) {
            return verdict.wrong(Findings.warning(INCLUDE_MISSING, args));
        }
        return record.isUnreachable(index)
                ? verdict.wrong(Findings.warning(INCLUDE_AFTER_ALL, args))
                : verdict.ok(remarks(record));
    }

    private static List<Finding> remarks(SpfRecord record) {
        return record.terms().stream()
                .filter(Term::allowsAll)
                .map(term -> Findings.warning(
                        ALLOWS_ALL, Map.of("found", record.text(), "position", String.valueOf(term.position()))))
                .toList();
    }

    /** No record is suggested: what the broken term was meant to say is not known. */
    private static Finding syntax(SpfRecord record, Term fault) {
        return Findings.warning(
                SYNTAX,
                Map.of(
                        "found", record.text(),
                        "fault", fault.text(),
                        "position", String.valueOf(fault.position())));
    }

    /** The domain to include, from a whole record or from the one term. */
    private static String include(ExpectedRecord expected) {
        for (String word : expected.value().split(" ", -1)) {
            if (word.startsWith("include:")) {
                return word.substring("include:".length());
            }
        }
        return expected.value();
    }
}
