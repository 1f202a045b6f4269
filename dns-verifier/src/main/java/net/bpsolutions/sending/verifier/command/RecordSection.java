package net.bpsolutions.sending.verifier.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;

/** One record of a report. */
final class RecordSection {

    private static final int MOST_FOUND = 5;
    private static final int LONGEST = 300;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'on' d MMM", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    /** They have lines of their own. */
    private static final Set<String> SHOWN_ELSEWHERE = Set.of("suggested", "tryAfter");

    private final Words words = new Words();

    /**
     * Appends to {@code page}.
     *
     * @param said what stands on the page already, and is not repeated
     */
    void write(Page page, Set<String> said, DomainName domain, ExpectedRecord expected, RecordCheck check) {
        String advice = expected.required() ? "" : "  (advice only)";
        page.state(check.state(), expected.required(), pad(check.purpose().name()) + check.name() + advice);
        for (Finding finding : check.findings()) {
            Words.Wording wording = words.of(finding, domain, expected, check);
            if (said.add(wording.explanation())) {
                page.prose(label(finding), wording.explanation());
                page.prose("Fix", wording.fix());
            }
        }
        if (!check.findings().isEmpty()) {
            facts(page, expected, check);
            page.gap();
        }
    }

    private static void facts(Page page, ExpectedRecord expected, RecordCheck check) {
        found(page, check);
        Remedy.expected(expected, check).ifPresent(value -> page.value("Expected", value));
        Remedy.toPaste(expected, check).ifPresent(value -> page.value("To paste", Harmless.text(value)));
        tryAfter(check.findings())
                .ifPresent(instant -> page.prose(
                        "Look again",
                        "after " + TIME.format(instant) + "; until then, the old answer is remembered in places."));
        check.findings().forEach(finding -> page.technical("Details", details(finding, check)));
    }

    /** With a mark below where the place of a fault is known. */
    private static void found(Page page, RecordCheck check) {
        List<Caret> carets = check.findings().stream()
                .map(Caret::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        check.found().stream()
                .filter(found -> carets.stream().noneMatch(caret -> caret.text().equals(found)))
                .limit(MOST_FOUND)
                .forEach(found -> page.value("Found", Harmless.cut(found, LONGEST)));
        if (check.found().size() > MOST_FOUND) {
            page.value("", "… and more; --json has all");
        }
        carets.stream().limit(MOST_FOUND).forEach(caret -> caret.write(page, "Found"));
    }

    private static String label(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> "Problem";
            case WARNING -> "Warning";
            case INFO -> "Note";
        };
    }

    private static String details(Finding finding, RecordCheck check) {
        String args = finding.args().entrySet().stream()
                .filter(arg -> !SHOWN_ELSEWHERE.contains(arg.getKey()) && !isFound(arg.getValue(), check))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(arg -> arg.getKey() + "=" + Harmless.cut(arg.getValue(), LONGEST))
                .collect(Collectors.joining(", "));
        return (finding.code() + " " + args).strip();
    }

    private static boolean isFound(String value, RecordCheck check) {
        return check.found().containsAll(List.of(value.split(" \\| ", -1)));
    }

    private static Optional<Instant> tryAfter(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> Stream.ofNullable(finding.args().get("tryAfter")))
                .flatMap(RecordSection::instant)
                .max(Comparator.naturalOrder());
    }

    private static Stream<Instant> instant(String text) {
        try {
            return Stream.of(Instant.parse(text));
        } catch (DateTimeParseException notOne) {
            return Stream.empty();
        }
    }

    private static String pad(String purpose) {
        return (purpose + "       ").substring(0, 7);
    }
}
