package net.bpsolutions.sending.verifier.dkim;

import static net.bpsolutions.sending.events.FindingCode.DOUBLED_SUFFIX;
import static net.bpsolutions.sending.events.FindingCode.FLATTENED;
import static net.bpsolutions.sending.events.FindingCode.MISSING;
import static net.bpsolutions.sending.events.FindingCode.MULTIPLE_RECORDS;
import static net.bpsolutions.sending.events.FindingCode.PROXIED;
import static net.bpsolutions.sending.events.FindingCode.TXT_INSTEAD_OF_CNAME;
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
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Judges a selector that has no CNAME: what is there instead, and where it went. Whether that is anybody's own work or a
 * wildcard's may be unknown; then nothing is said that depends on it.
 *
 * @param siblings every selector of the check, this one included
 */
record AbsenceJudge(Selector selector, List<Selector> siblings) {

    RecordCheck judge() {
        return switch (selector.own().text().outcome()) {
            case Lookup.Unavailable lost -> Verdict.nothing(selector.expected()).unknown(lost);
            case Lookup.Answer(var texts, Long ttl) -> text(new Verdict(selector.expected(), texts, ttl));
            case Lookup.Alias _, Lookup.NoData _, Lookup.NoSuchDomain _ -> address();
        };
    }

    /** A wildcard gives {@code found}, which is not what is wanted. */
    RecordCheck fromWildcard(String found) {
        return missing(List.of(Findings.warning(WILDCARD, selector.args(found))));
    }

    private RecordCheck text(Verdict verdict) {
        List<KeyRecord.Usable> keys = verdict.found().stream()
                .map(AbsenceJudge::usable)
                .flatMap(Optional::stream)
                .toList();
        Lookup vendor = selector.key().outcome();
        if (vendor instanceof Lookup.Unavailable lost && !keys.isEmpty()) {
            return verdict.of(RecordState.UNKNOWN, List.of(lost(lost, selector.target())));
        }
        boolean right = keys.stream().map(KeyRecord.Usable::material).anyMatch(materialOf(vendor)::contains);
        return right ? copy(verdict) : other(verdict);
    }

    private static Optional<KeyRecord.Usable> usable(String text) {
        return KeyRecord.read(text) instanceof KeyRecord.Usable key ? Optional.of(key) : Optional.empty();
    }

    private static List<String> materialOf(Lookup vendor) {
        return vendor.records().stream()
                .map(AbsenceJudge::usable)
                .flatMap(Optional::stream)
                .map(KeyRecord.Usable::material)
                .toList();
    }

    /** The vendor's own key: it works until the vendor changes keys. */
    private RecordCheck copy(Verdict verdict) {
        String all = String.join(" | ", verdict.found());
        if (verdict.found().size() > 1) {
            Map<String, String> args = selector.args(all);
            args.put("count", String.valueOf(verdict.found().size()));
            return verdict.conflict(Findings.error(MULTIPLE_RECORDS, args));
        }
        List<Finding> remarks = new ArrayList<>();
        remarks.add(Findings.warning(FLATTENED, selector.args(all)));
        if (selector.own().sharesText(selector.beside())) {
            remarks.add(Findings.warning(WILDCARD, selector.args(all)));
        }
        return new KeyJudge(verdict, selector.args(all), remarks).judge(all);
    }

    private RecordCheck other(Verdict verdict) {
        String all = String.join(" | ", verdict.found());
        if (selector.own().sharesText(selector.beside())) {
            return fromWildcard(all);
        }
        return selector.beside().text().outcome() instanceof Lookup.Unavailable lost
                        && verdict.found().stream().noneMatch(this::isMeantForUs)
                ? missing(List.of(lost(lost, "")))
                : verdict.wrong(Findings.error(TXT_INSTEAD_OF_CNAME, selector.args(all)));
    }

    private boolean isMeantForUs(String text) {
        String name = OwnerName.canonical(text.strip());
        return KeyRecord.isMeant(text)
                || siblings.stream().map(Selector::target).anyMatch(name::equals);
    }

    private RecordCheck address() {
        Lookup addresses = selector.own().address();
        String all = String.join(" ", addresses.records());
        return switch (selector.beside().address()) {
            case Lookup _ when addresses.records().isEmpty() -> missing(List.of());
            case Lookup.Unavailable lost -> missing(List.of(lost(lost, "")));
            case Lookup _ when selector.own().sharesAddress(selector.beside()) -> fromWildcard(all);
            case Lookup.Answer _, Lookup.Alias _, Lookup.NoData _, Lookup.NoSuchDomain _ ->
                new Verdict(selector.expected(), addresses.records(), ttl(addresses))
                        .wrong(Findings.error(PROXIED, selector.args(all)));
        };
    }

    private RecordCheck missing(List<Finding> remarks) {
        Finding error = selector.misplaced().stream()
                .filter(trail -> siblings.stream().anyMatch(sibling -> trail.leadsTo(sibling.target())))
                .findFirst()
                .map(trail -> Findings.error(DOUBLED_SUFFIX, misplaced(trail)))
                .orElseGet(() -> Findings.error(MISSING, selector.args()));
        List<Finding> findings = new ArrayList<>(List.of(error));
        findings.addAll(remarks);
        return Verdict.nothing(selector.expected()).of(RecordState.MISSING, findings);
    }

    private Map<String, String> misplaced(Trail trail) {
        Map<String, String> args = selector.args(trail.names().getFirst());
        String name = OwnerName.canonical(selector.expected().name());
        String suffix = "." + selector.place().apex();
        args.put("host", name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name);
        return args;
    }

    private Finding lost(Lookup.Unavailable lost, String target) {
        Map<String, String> args = new HashMap<>(Verdict.remark(lost).args());
        args.putAll(selector.args());
        if (!target.isEmpty()) {
            args.put("target", target);
        }
        return Findings.warning(lost.reason().code(), args);
    }

    private static @Nullable Long ttl(Lookup lookup) {
        return lookup instanceof Lookup.Answer(var _, Long ttl) ? ttl : null;
    }
}
