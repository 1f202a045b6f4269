package net.bpsolutions.sending.registry.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.Severity;

/** Recognises a domain that was set up as the old instructions said (SPF include, TXT key) and has not moved yet. */
final class OldInstructions {

    private static final Set<String> LEGACY =
            Set.of(FindingCode.LEGACY_KEY.name(), FindingCode.LEGACY_KEY_MALFORMED.name());

    private OldInstructions() {}

    /** The verdicts, with a remark at the first selector that is not as it should be. */
    static List<RecordCheck> remark(List<RecordCheck> verdicts, String spfInclude) {
        Optional<RecordCheck> selector = verdicts.stream()
                .filter(check -> check.purpose() == Purpose.DKIM && isMissed(check.state()))
                .findFirst();
        List<String> signs = signs(verdicts, spfInclude);
        return selector.isEmpty() || signs.isEmpty()
                ? verdicts
                : verdicts.stream()
                        .map(check -> check.equals(selector.get()) ? with(check, String.join(", ", signs)) : check)
                        .toList();
    }

    private static List<String> signs(List<RecordCheck> verdicts, String spfInclude) {
        List<String> signs = new ArrayList<>();
        if (verdicts.stream()
                .flatMap(check -> check.findings().stream())
                .map(Finding::code)
                .anyMatch(LEGACY::contains)) {
            signs.add("a TXT key");
        }
        if (verdicts.stream()
                .filter(check -> check.purpose() == Purpose.SPF)
                .flatMap(check -> check.found().stream())
                .anyMatch(text -> includes(text, spfInclude))) {
            signs.add("include:" + spfInclude);
        }
        return signs;
    }

    static boolean includes(String spf, String include) {
        return Stream.of(spf.toLowerCase(Locale.ROOT).split("[\\s\"]+"))
                .map(term -> term.replaceFirst("^[+?~-]", ""))
                .anyMatch(("include:" + include)::equals);
    }

    private static boolean isMissed(RecordState state) {
        return switch (state) {
            case MISSING, WRONG, CONFLICT -> true;
            case OK, UNKNOWN -> false;
        };
    }

    private static RecordCheck with(RecordCheck check, String signs) {
        Finding remark = new Finding(FindingCode.OLD_INSTRUCTIONS.name(), Severity.WARNING, Map.of("found", signs));
        return new RecordCheck(
                check.purpose(),
                check.name(),
                check.state(),
                check.found(),
                check.ttl(),
                Stream.concat(check.findings().stream(), Stream.of(remark)).toList());
    }
}
