package net.bpsolutions.sending.verifier.spf;

import static net.bpsolutions.sending.events.FindingCode.CNAME_LOOP;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.Severity;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.lookup.Trails;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/** Checks that a domain's SPF policy includes the vendor's. Advice: no finding is more than a warning. */
public final class Spf {

    private Spf() {}

    /** Asks and judges, all that the record leads to included; asks for about 40 names at most. */
    public static Uni<RecordCheck> examine(Dns dns, DomainName domain, ExpectedRecord expected) {
        String own = domain.value();
        String vendor = Vendor.of(expected);
        return Trails.follow(dns, expected.name(), RrType.TXT).chain(trail -> switch (trail) {
            case Trail.Endless(var names, var _) ->
                Uni.createFrom()
                        .item(Verdict.nothing(expected)
                                .wrong(Findings.warning(CNAME_LOOP, Map.of("found", String.join(" → ", names)))));
            case Trail.Ended(var _, Lookup.Unavailable unavailable, var _) ->
                Uni.createFrom().item(Verdict.nothing(expected).unknown(unavailable));
            case Trail.Ended(var _, var end, Long ttl) -> {
                List<SpfRecord> records = SpfRecord.among(end.records());
                Verdict verdict = new Verdict(
                        expected, records.stream().map(SpfRecord::text).toList(), ttl);
                yield records.isEmpty()
                        ? new Absence(expected, own, vendor).examine(dns, end.records(), verdict)
                        : examine(dns, own, vendor, records, verdict);
            }
        });
    }

    private static Uni<RecordCheck> examine(
            Dns dns, String own, String vendor, List<SpfRecord> records, Verdict verdict) {
        Draft draft = Draft.of(records, own, vendor);
        List<SpfRecord> roots =
                Stream.concat(records.stream(), draft.record().stream()).toList();
        return Surveyor.survey(dns, own, roots).map(survey -> new Judge(records, draft, survey, vendor).judge(verdict));
    }

    /**
     * Judges TXT records as a resolver gave them. Only OK can be relied on.
     *
     * <p>OK is a record of which nothing can be wrong that the texts do not show: apart from the vendor's include it makes
     * at most two look-ups, none of which leads to another record or to exchanges. Whatever else it says, those are not more
     * than ten look-ups, and not more than two void ones. (The vendor's own policy, which nobody but the vendor can mend, is
     * taken to need seven at most.) Of all other records that look good it is UNKNOWN.
     */
    public static RecordCheck glance(ExpectedRecord expected, Lookup texts) {
        String own = OwnerName.canonical(expected.name());
        String vendor = Vendor.of(expected);
        if (texts instanceof Lookup.Unavailable unavailable) {
            return Verdict.nothing(expected).unknown(unavailable);
        }
        List<SpfRecord> records = SpfRecord.among(texts.records());
        Verdict verdict =
                new Verdict(expected, records.stream().map(SpfRecord::text).toList(), null);
        if (records.isEmpty()) {
            return new Absence(expected, own, vendor).judge(texts.records(), verdict);
        }
        Survey nothing = new Survey(own, Map.of(), Map.of());
        RecordCheck check = new Judge(records, Draft.of(records, own, vendor), nothing, vendor).judge(verdict);
        return check.state() != RecordState.OK || isPlain(records.getFirst(), check, own, vendor)
                ? check
                : verdict.of(RecordState.UNKNOWN, List.of());
    }

    /**
     * The same, and what the record leads to where the texts do not show enough. Few mail services are behind most records,
     * so that answers are worth keeping.
     */
    public static Uni<RecordCheck> glance(Dns dns, ExpectedRecord expected, Lookup texts) {
        RecordCheck check = glance(expected, texts);
        List<SpfRecord> records = SpfRecord.among(texts.records());
        if (check.state() != RecordState.UNKNOWN || records.isEmpty()) {
            return Uni.createFrom().item(check);
        }
        Verdict verdict =
                new Verdict(expected, records.stream().map(SpfRecord::text).toList(), null);
        return examine(dns, OwnerName.canonical(expected.name()), Vendor.of(expected), records, verdict);
    }

    private static boolean isPlain(SpfRecord record, RecordCheck check, String own, String vendor) {
        List<Term> others = record.effective().stream()
                .filter(term -> term.isAsking() && !term.includes(vendor, own))
                .toList();
        return others.size() <= Evaluation.MOST_VOIDS
                && others.stream().allMatch(term -> term.is(Mechanism.A) || term.is(Mechanism.EXISTS))
                && check.findings().stream().noneMatch(finding -> finding.severity() != Severity.INFO);
    }
}
