package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.TemplateData;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.registry.registration.DomainJson.FindingJson;
import net.bpsolutions.sending.registry.registration.DomainJson.RecordJson;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is to be entered, and what is there.
 *
 * @param number counts the records of the page
 * @param title what the record is for
 * @param record what is expected and what was found
 * @param host what to enter as its name, in the form that the DNS host wants
 * @param keeper the DNS host
 */
@TemplateData
public record Entry(int number, String title, RecordJson record, String host, Keeper keeper) {

    private static final Set<String> MISPLACED =
            Set.of(FindingCode.DOUBLED_SUFFIX.name(), FindingCode.WRONG_LOCATION.name());

    /** What to enter as the value: what is expected, or the record that is there already, put right. */
    public String paste() {
        return keeper.value(record.type(), value());
    }

    private String value() {
        return switch (record.purpose()) {
            case DKIM -> has(FindingCode.RELATIVE_TARGET) ? record.value() + "." : record.value();
            case OWNERSHIP -> record.value();
            case DMARC, SPF ->
                record.findings().stream()
                        .map(FindingJson::suggested)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseGet(this::expected);
        };
    }

    /** Nothing is to be pasted over a DMARC record that is not known to be wrong, and nothing weaker over any. */
    private String expected() {
        if (record.purpose() != Purpose.DMARC || record.found().isEmpty()) {
            return record.value();
        }
        return isOpen()
                ? KeptPolicy.of(record.found()).orElseGet(record::value)
                : record.found().getFirst();
    }

    /** What is wrong before what is remarkable. */
    public List<FindingJson> findings() {
        return record.findings().stream()
                .sorted(Comparator.comparing(FindingJson::severity).reversed())
                .toList();
    }

    /** What is wrong first; null when nothing is. */
    public @Nullable FindingJson problem() {
        return findings().isEmpty() ? null : findings().getFirst();
    }

    /** What is there, beside what to enter. */
    public List<Difference> differences() {
        return record.found().stream()
                .map(found -> Difference.of(value(), found))
                .toList();
    }

    /** The type of what is there, where that is the mistake; else null. */
    public @Nullable String otherType() {
        return has(FindingCode.TXT_INSTEAD_OF_CNAME) ? "TXT" : has(FindingCode.PROXIED) ? "A" : null;
    }

    private boolean has(FindingCode code) {
        return record.findings().stream().anyMatch(finding -> finding.code().equals(code.name()));
    }

    /** Names under which it was found, beside the one that it should have. */
    public List<Difference> misplaced() {
        return record.findings().stream()
                .filter(finding -> MISPLACED.contains(finding.code()))
                .flatMap(finding -> Stream.of("at", "found")
                        .map(finding.args()::get)
                        .filter(Objects::nonNull)
                        .limit(1))
                .map(found -> Difference.of(record.name(), found))
                .toList();
    }

    /** Whether it is simply not there, which needs no more words than the table has. */
    public boolean isPlain() {
        return record.state() == RecordState.MISSING
                && misplaced().isEmpty()
                && record.found().isEmpty();
    }

    /** Whether it is as it should be. */
    public boolean isDone() {
        return record.state() == RecordState.OK;
    }

    /** Whether a record of the domain above counts, which one here would override (RFC 9989). */
    public boolean isInherited() {
        return record.purpose() == Purpose.DMARC && has(FindingCode.INHERITED);
    }

    /** Whether somebody has to do something. */
    public boolean isOpen() {
        return switch (record.state()) {
            case MISSING, WRONG, CONFLICT -> true;
            case OK, UNKNOWN -> false;
        };
    }

    /** For the style. A record that stands elsewhere is to be corrected, as one that is not right. */
    public String tone() {
        return switch (record.state()) {
            case OK -> "done";
            case MISSING -> isPlain() ? "todo" : "wrong";
            case WRONG, CONFLICT -> "wrong";
            case UNKNOWN -> "unseen";
        };
    }
}
