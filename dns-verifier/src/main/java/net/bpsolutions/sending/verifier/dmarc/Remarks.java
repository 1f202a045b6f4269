package net.bpsolutions.sending.verifier.dmarc;

import static net.bpsolutions.sending.events.FindingCode.DEPRECATED_TAG;
import static net.bpsolutions.sending.events.FindingCode.REPORT_ADDRESS_INVALID;
import static net.bpsolutions.sending.events.FindingCode.STRICT_ALIGNMENT;
import static net.bpsolutions.sending.events.FindingCode.TESTING_MODE;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.verifier.verdict.Findings;

/** What is worth saying of a record that can be read. */
final class Remarks {

    private static final int MOST_ADDRESSES = 5;

    private final PolicyRecord record;

    Remarks(PolicyRecord record) {
        this.record = record;
    }

    /** Addresses that cannot receive a report, the first few. A list that is at fault as a whole is not looked into. */
    Stream<Finding> badAddresses() {
        return TagNames.REPORTS.stream()
                .filter(name -> record.tag(name).filter(TagRules::holds).isPresent())
                .flatMap(name -> record.reportAddresses(name).stream()
                        .filter(address -> address.host().isEmpty())
                        .map(address -> Findings.warning(REPORT_ADDRESS_INVALID, bad(name, address))))
                .limit(MOST_ADDRESSES);
    }

    private Map<String, String> bad(String name, ReportAddress address) {
        Map<String, String> args = new HashMap<>(
                Map.of("found", address.uri(), "tag", name, "position", String.valueOf(address.position())));
        if (!address.isUri()) {
            Correction.of(record.text()).ifPresent(correction -> args.put("suggested", correction));
        }
        return args;
    }

    /** Tags that RFC 9989 removed, and size limits, which receivers have to pass over. */
    Stream<Finding> deprecated() {
        Stream<Map<String, String>> tags = TagNames.REMOVED.stream()
                .map(record::tag)
                .flatMap(Optional::stream)
                .map(Remarks::removed);
        Stream<Map<String, String>> limits = TagNames.REPORTS.stream()
                .flatMap(name -> record.reportAddresses(name).stream()
                        .filter(address -> !address.limit().isEmpty())
                        .limit(1)
                        .map(address -> args(
                                name,
                                address.limit(),
                                address.position() + address.uri().length())));
        return Stream.concat(tags, limits).map(args -> Findings.warning(DEPRECATED_TAG, args));
    }

    /** {@code pct=0} once meant what {@code t=y} means now (RFC 9989 §A.6). */
    private static Map<String, String> removed(Tag tag) {
        Map<String, String> args = new HashMap<>(args(tag.name(), tag.name() + "=" + tag.value(), tag.position()));
        if (tag.name().equals("pct") && tag.value().equals("0")) {
            args.put("instead", "t=y");
        }
        return args;
    }

    private static Map<String, String> args(String tag, String found, int position) {
        return Map.of("tag", tag, "found", found, "position", String.valueOf(position));
    }

    /**
     * What the reader should know, although nothing is wrong with it.
     *
     * @param applied the policy in force
     */
    Stream<Finding> asides(Policy applied) {
        Stream<Finding> testing = record.says("t", "y")
                ? Stream.of(Findings.info(TESTING_MODE, Map.of("policy", applied.word())))
                : Stream.empty();
        String strict = Stream.of("adkim", "aspf")
                .filter(name -> record.says(name, "s"))
                .collect(Collectors.joining(" "));
        return strict.isEmpty()
                ? testing
                : Stream.concat(testing, Stream.of(Findings.info(STRICT_ALIGNMENT, Map.of("tags", strict))));
    }
}
