package net.bpsolutions.sending.verifier.dmarc;

import static net.bpsolutions.sending.events.FindingCode.POLICY_INVALID;
import static net.bpsolutions.sending.events.FindingCode.POLICY_MISSING;
import static net.bpsolutions.sending.events.FindingCode.SYNTAX;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.verifier.verdict.Findings;

/**
 * Judges the one record that a domain has. Receivers drop what they cannot read and go on, so a fault is an error only when
 * the policy is lost by it.
 */
final class RecordJudge {

    private static final int MOST_FAULTS = 5;

    private final PolicyRecord record;
    private final List<Fault> faults;

    RecordJudge(PolicyRecord record) {
        this.record = record;
        this.faults = Stream.concat(
                        record.faults().stream(),
                        record.tags().stream()
                                .filter(tag -> !tag.name().equals("p"))
                                .map(TagRules::fault)
                                .flatMap(Optional::stream))
                .sorted(Comparator.comparingInt(Fault::position))
                .toList();
    }

    /** Why receivers do not get a policy from it; nothing when they do. */
    Optional<Finding> loss() {
        Optional<Tag> policy = record.tag("p");
        return lost("p")
                .map(this::error)
                .or(() -> policy.isEmpty() ? Optional.of(missing()) : invalid(policy.get()))
                .or(() -> record.applied().isPresent() ? Optional.empty() : spoilt());
    }

    private Optional<Fault> lost(String tag) {
        return faults.stream().filter(fault -> fault.tag().equals(tag)).findFirst();
    }

    /** A policy that stands in the text without being a tag is hidden by the first fault. */
    private Finding missing() {
        boolean hidden = Gist.of(record.text()).pieces().stream()
                .anyMatch(piece ->
                        piece.name().equals("p") && Policy.of(piece.value()).isPresent());
        return hidden && !faults.isEmpty()
                ? error(faults.getFirst())
                : Findings.error(POLICY_MISSING, suggesting(Map.of("found", record.text())));
    }

    private Optional<Finding> invalid(Tag tag) {
        return TagRules.fault(tag)
                .map(fault -> fault.position() > tag.valueAt() || Characters.isQuoteAt(tag.value(), 0)
                        ? error(fault)
                        : Findings.error(POLICY_INVALID, invalidity(tag)));
    }

    /** An unreadable policy for subdomains makes the record void, when there is nobody to report to (RFC 9989 §4.10.1). */
    private Optional<Finding> spoilt() {
        return Stream.of("sp", "np")
                .filter(record::isUnreadable)
                .findFirst()
                .map(name -> record.tag(name)
                        .map(tag -> lost(name)
                                .filter(fault -> fault.position() > tag.valueAt())
                                .map(this::error)
                                .orElseGet(() -> Findings.error(POLICY_INVALID, invalidity(tag))))
                        .orElseGet(() -> lost(name).map(this::error).orElseThrow()));
    }

    private Map<String, String> invalidity(Tag tag) {
        return suggesting(Map.of(
                "found", record.text(),
                "tag", tag.name(),
                "policy", tag.value(),
                "position", String.valueOf(tag.valueAt())));
    }

    private Finding error(Fault fault) {
        return Findings.error(fault.code(record.text()), fault.args(record.text()));
    }

    private Map<String, String> suggesting(Map<String, String> args) {
        Map<String, String> more = new HashMap<>(args);
        Correction.of(record.text()).ifPresent(correction -> more.put("suggested", correction));
        return more;
    }

    /** What receivers pass over, the first few. */
    Stream<Finding> slips() {
        Stream<Finding> misspelt = record.tags().stream()
                .flatMap(tag -> TagNames.meantBy(tag.name()).stream().map(meant -> {
                    Map<String, String> args = new HashMap<>(new Fault(tag.position(), "").args(record.text()));
                    args.put("meant", meant);
                    return Findings.warning(SYNTAX, args);
                }));
        return Stream.concat(faults.stream().limit(MOST_FAULTS).map(this::warning), misspelt.limit(MOST_FAULTS));
    }

    /** An {@code sp} or {@code np} that cannot be read is more than a slip: the policy becomes {@code none}. */
    private Finding warning(Fault fault) {
        Optional<Tag> tag = record.tag(fault.tag()).filter(each -> each.valueAt() == fault.position());
        boolean isPolicy = fault.tag().equals("sp") || fault.tag().equals("np");
        return isPolicy && tag.isPresent() && !Characters.isQuoteAt(tag.get().value(), 0)
                ? Findings.warning(POLICY_INVALID, invalidity(tag.get()))
                : Findings.warning(fault.code(record.text()), fault.args(record.text()));
    }
}
