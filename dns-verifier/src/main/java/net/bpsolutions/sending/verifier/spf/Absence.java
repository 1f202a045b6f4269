package net.bpsolutions.sending.verifier.spf;

import static net.bpsolutions.sending.events.FindingCode.DOUBLED_SUFFIX;
import static net.bpsolutions.sending.events.FindingCode.MISSING;
import static net.bpsolutions.sending.events.FindingCode.QUOTED_VALUE;
import static net.bpsolutions.sending.events.FindingCode.SYNTAX;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.lookup.Trails;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/** Judges a domain without a record: perhaps there is one that nobody takes for one, or it is in the wrong place. */
final class Absence {

    /** Only a wildcard answers there. */
    private static final String NOWHERE = "no-such-name-f3a9.";

    private final ExpectedRecord expected;
    private final Correction correction;
    private final String own;
    private final String vendor;

    Absence(ExpectedRecord expected, String own, String vendor) {
        this.expected = expected;
        this.correction = new Correction(vendor, own);
        this.own = own;
        this.vendor = vendor;
    }

    /** Looks for it at the domain's name within the domain, where an interface put it that appends the domain. */
    Uni<RecordCheck> examine(Dns dns, List<String> texts, Verdict verdict) {
        if (misread(texts).isPresent()) {
            return Uni.createFrom().item(judge(texts, verdict));
        }
        return elsewhere(dns, own + "." + own)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(found)
                        : elsewhere(dns, NOWHERE + own).map(any -> any.equals(found) ? List.<SpfRecord>of() : found))
                .map(found -> found.isEmpty() ? missing() : doubled(found));
    }

    /** By its TXT records alone. */
    RecordCheck judge(List<String> texts, Verdict verdict) {
        return misread(texts)
                .map(text -> new Verdict(expected, List.of(text), verdict.ttl()).wrong(misread(text)))
                .orElseGet(this::missing);
    }

    private RecordCheck missing() {
        return Verdict.nothing(expected).missing(Findings.warning(MISSING, Map.of("suggested", correction.fresh())));
    }

    private RecordCheck doubled(List<SpfRecord> found) {
        String suggested =
                Draft.of(found, own, vendor).record().map(SpfRecord::text).orElseGet(correction::fresh);
        return Verdict.nothing(expected)
                .missing(Findings.warning(DOUBLED_SUFFIX, Map.of("found", own + "." + own, "suggested", suggested)));
    }

    private static Uni<List<SpfRecord>> elsewhere(Dns dns, String name) {
        if (!OwnerName.isValid(name)) {
            return Uni.createFrom().item(List.of());
        }
        return Trails.follow(dns, name, RrType.TXT)
                .map(trail -> trail.outcome() instanceof Lookup.Answer(var texts, var _)
                        ? SpfRecord.among(texts)
                        : List.of());
    }

    /** A text that becomes a record when quotes, blanks and punctuation around the version are put right. */
    private static Optional<String> misread(List<String> texts) {
        return texts.stream()
                .filter(Predicate.not(text -> readable(text).isEmpty()))
                .findFirst();
    }

    private Finding misread(String text) {
        Map<String, String> args = new HashMap<>(Map.of("found", text));
        readable(text)
                .map(record -> Draft.of(List.of(record), own, vendor))
                .flatMap(Draft::record)
                .ifPresent(record -> args.put("suggested", record.text()));
        if (text.regionMatches(true, 0, SpfRecord.VERSION, 0, SpfRecord.VERSION.length())) {
            args.putAll(fault(text, SpfRecord.VERSION.length()));
            return Findings.warning(SYNTAX, args);
        }
        if (!text.isBlank()
                && "\"'\\\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb"
                                .indexOf(text.strip().charAt(0))
                        >= 0) {
            return Findings.warning(QUOTED_VALUE, args);
        }
        args.putAll(fault(text, 0));
        return Findings.warning(SYNTAX, args);
    }

    private static Map<String, String> fault(String text, int offset) {
        return Map.of(
                "fault", text.substring(offset, offset + 1),
                "reason", Fault.Kind.CHARACTER.name(),
                "position", String.valueOf(offset + 1));
    }

    private static Optional<SpfRecord> readable(String text) {
        String cleaned = Repair.cleaned(text);
        int end = SpfRecord.VERSION.length();
        boolean punctuated = cleaned.length() > end && ";,".indexOf(cleaned.charAt(end)) >= 0;
        return SpfRecord.read(punctuated ? cleaned.substring(0, end) + " " + cleaned.substring(end + 1) : cleaned);
    }
}
