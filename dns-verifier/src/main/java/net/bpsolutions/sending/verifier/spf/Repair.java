package net.bpsolutions.sending.verifier.spf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Mends terms whose meaning is beyond doubt. */
final class Repair {

    private static final String BLANKS = "\t\r\n\u00a0\u2002\u2003\u2009\u202f\u3000";
    private static final String STRAY =
            "\"'\\,;\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb\u200b\u200c\u200d\u2060\ufeff";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212";
    private static final List<String> LONG_NAMES = List.of("include", "exists", "redirect");

    private Repair() {}

    /** A record that says what {@code record} was meant to say; empty when one of its faults leaves that open. */
    static Optional<SpfRecord> mend(SpfRecord record) {
        SpfRecord blank = SpfRecord.read(blanked(record.text())).orElse(record);
        StringBuilder text = new StringBuilder(SpfRecord.VERSION);
        for (int index = 0; index < blank.terms().size(); index++) {
            Term term = blank.terms().get(index);
            Optional<String> joined = index + 1 < blank.terms().size()
                    ? joined(term, blank.terms().get(index + 1))
                    : Optional.empty();
            Optional<String> mended = joined.or(() -> mended(term));
            if (mended.isEmpty()) {
                return Optional.empty();
            }
            text.append(mended.get().isEmpty() ? "" : " ").append(mended.get());
            index += joined.isPresent() ? 1 : 0;
        }
        return SpfRecord.read(text.toString()).filter(SpfRecord::isValid);
    }

    /** Without what strays around a text, and with spaces for what looks like one. */
    static String cleaned(String text) {
        String blanked = blanked(text);
        int start = 0;
        int end = blanked.length();
        while (start < end && isStray(blanked.charAt(start))) {
            start++;
        }
        while (end > start && isStray(blanked.charAt(end - 1))) {
            end--;
        }
        return blanked.substring(start, end);
    }

    private static boolean isStray(char letter) {
        return letter == ' ' || STRAY.indexOf(letter) >= 0;
    }

    private static String blanked(String text) {
        StringBuilder blanked = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            blanked.append(BLANKS.indexOf(letter) >= 0 ? ' ' : DASHES.indexOf(letter) >= 0 ? '-' : letter);
        }
        return blanked.toString();
    }

    /** A space after the colon. */
    private static Optional<String> joined(Term term, Term next) {
        return term instanceof Term.Broken broken
                        && broken.fault().kind() == Fault.Kind.VALUE_MISSING
                        && next instanceof Term.Broken
                        && (term.text().endsWith(":") || term.text().endsWith("="))
                ? valid(term.text() + cleaned(next.text()))
                : Optional.empty();
    }

    private static Optional<String> mended(Term term) {
        if (!(term instanceof Term.Broken)) {
            return Optional.of(term.text());
        }
        String text = cleaned(term.text());
        if (text.isEmpty()) {
            return Optional.of("");
        }
        return Stream.of(
                        valid(text),
                        valid(text.endsWith(".") ? text.substring(0, text.length() - 1) : ""),
                        address(text),
                        colon(text),
                        name(text),
                        separated(text))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** An address of the other family, after another name, or after none. */
    private static Optional<String> address(String text) {
        int colon = text.indexOf(':');
        String name = text.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
        boolean named = List.of("ip", "ipv4", "ipv6", "ip4", "ip6", "a", "mx").contains(name);
        String value = named ? text.substring(colon + 1) : text;
        return valid("ip4:" + value).or(() -> valid("ip6:" + value));
    }

    /** {@code redirect:} for {@code redirect=}. */
    private static Optional<String> colon(String text) {
        return text.toLowerCase(Locale.ROOT).startsWith("redirect:")
                ? valid("redirect=" + text.substring("redirect:".length()))
                : Optional.empty();
    }

    /** {@code inlcude:} for {@code include:}. */
    private static Optional<String> name(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String name = text.substring(0, colon).toLowerCase(Locale.ROOT);
        return LONG_NAMES.stream()
                .filter(each -> NearMiss.isNear(name, each, 2))
                .map(each -> valid(each + (each.equals("redirect") ? "=" : ":") + text.substring(colon + 1)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** No space before {@code all}. */
    private static Optional<String> separated(String text) {
        int before = text.length() - "-all".length();
        return before > 0
                        && text.substring(before + 1).equalsIgnoreCase("all")
                        && Qualifier.leading(text.substring(before)).isPresent()
                ? valid(text.substring(0, before)).map(rest -> rest + " " + text.substring(before))
                : Optional.empty();
    }

    private static Optional<String> valid(String text) {
        Term term = TermReader.read(text, 1);
        return term instanceof Term.Broken ? Optional.empty() : Optional.of(text);
    }
}
