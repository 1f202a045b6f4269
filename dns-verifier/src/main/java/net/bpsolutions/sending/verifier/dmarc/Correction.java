package net.bpsolutions.sending.verifier.dmarc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The record that a faulty text was meant to be. Its policy is the strictest that can be read in the text, {@code none} when
 * there is none; whatever else can be read is kept, and what cannot be is left out, as receivers do.
 */
final class Correction {

    /** A longer one would be cut when it is reported. */
    private static final int LONGEST = 2000;

    private static final Map<String, String> LONG_WORDS =
            Map.of("strict", "s", "relaxed", "r", "yes", "y", "no", "n", "true", "y", "false", "n");

    private Correction() {}

    /** A record without faults, or nothing when the text or the record is too long to be shown whole. */
    static Optional<String> of(String text) {
        if (text.length() > Gist.READ) {
            return Optional.empty();
        }
        Gist gist = Gist.of(text);
        Map<String, String> tags = new LinkedHashMap<>();
        gist.rest().forEach(piece -> value(piece).ifPresent(value -> tags.putIfAbsent(piece.name(), value)));
        StringBuilder record = new StringBuilder("v=DMARC1; p=")
                .append(gist.policy().orElse(Policy.NONE).word());
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            record.append("; ").append(tag.getKey()).append('=').append(tag.getValue());
            if (record.length() > LONGEST) {
                return Optional.empty();
            }
        }
        return Optional.of(record.toString());
    }

    /** Of several records, the strictest, corrected; the first of several that are equally strict. */
    static Optional<String> ofStrictest(List<PolicyRecord> records) {
        PolicyRecord strictest = records.getFirst();
        for (PolicyRecord each : records) {
            if (strictness(each) > strictness(strictest)) {
                strictest = each;
            }
        }
        return of(strictest.text());
    }

    private static int strictness(PolicyRecord record) {
        return Gist.of(record.text()).policy().map(Policy::ordinal).orElse(-1);
    }

    private static Optional<String> value(Gist.Piece piece) {
        String value = piece.value();
        if (value.isEmpty() || value.chars().anyMatch(c -> !Characters.isPrintable((char) c))) {
            return Optional.empty();
        }
        return switch (piece.name()) {
            case "sp", "np" -> policy(value);
            case "rua", "ruf" -> addresses(piece);
            case "adkim", "aspf", "psd", "t" ->
                valid(piece.name(), LONG_WORDS.getOrDefault(value.toLowerCase(Locale.ROOT), value));
            default -> valid(piece.name(), value);
        };
    }

    private static Optional<String> policy(String value) {
        return Spelling.policy(value.substring(0, Characters.nameEnd(value, 0, value.length())))
                .map(Policy::word);
    }

    private static Optional<String> valid(String name, String value) {
        return Optional.of(value).filter(each -> TagRules.holds(new Tag(name, each, 1, 1)));
    }

    private static Optional<String> addresses(Gist.Piece piece) {
        List<String> kept = new ArrayList<>();
        for (ReportAddress address : ReportAddress.of(new Tag(piece.name(), piece.value(), 1, 1))) {
            address.meant().ifPresent(kept::add);
        }
        return Optional.of(String.join(",", kept)).filter(list -> !list.isEmpty());
    }
}
