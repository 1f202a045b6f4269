package net.bpsolutions.sending.verifier.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SPF record (RFC 7208 §4.5): text that starts with {@code v=spf1} and a space, or is just that.
 *
 * @param text as published, its character-strings joined
 * @param terms after the version, in the order written
 */
record SpfRecord(String text, List<Term> terms) {

    private static final String VERSION = "v=spf1";
    private static final Pattern WORD = Pattern.compile("[^ ]+");

    /** The record, if {@code text} is one. */
    static Optional<SpfRecord> read(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.equals(VERSION) && !lower.startsWith(VERSION + " ")) {
            return Optional.empty();
        }
        List<Term> terms = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        for (boolean more = words.find(VERSION.length()); more; more = words.find()) {
            terms.add(new Term(words.group(), words.start() + 1));
        }
        return Optional.of(new SpfRecord(text, List.copyOf(terms)));
    }

    /** Every record among {@code texts}. */
    static List<SpfRecord> among(List<String> texts) {
        return texts.stream().map(SpfRecord::read).flatMap(Optional::stream).toList();
    }

    Optional<Term> firstInvalid() {
        return terms.stream().filter(term -> !term.isValid()).findFirst();
    }

    /** The index of the last {@code all} term, or -1. */
    int lastAll() {
        for (int index = terms.size() - 1; index >= 0; index--) {
            if (terms.get(index).isAll()) {
                return index;
            }
        }
        return -1;
    }

    /** The index of the term that includes {@code domain}, or -1. */
    int including(String domain) {
        for (int index = 0; index < terms.size(); index++) {
            if (terms.get(index).includes(domain)) {
                return index;
            }
        }
        return -1;
    }

    /** Whether a receiver never gets as far as the term at {@code index}: some {@code all} stands before it. */
    boolean isUnreachable(int index) {
        return terms.subList(0, index).stream().anyMatch(Term::isAll);
    }
}
