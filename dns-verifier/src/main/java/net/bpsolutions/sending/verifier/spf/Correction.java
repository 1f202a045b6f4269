package net.bpsolutions.sending.verifier.spf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.bpsolutions.sending.verifier.lookup.OwnerName;

/**
 * Writes the record to publish instead: the include just before the last {@code all}, everything else as it was.
 *
 * @param vendor the domain to include
 * @param own whose record it is
 */
record Correction(String vendor, String own) {

    /** For a domain without a record. */
    String fresh() {
        return SpfRecord.VERSION + " " + include() + " ?all";
    }

    /**
     * The same record with the include put in, once. Of several {@code all} the first counts; it is moved to the place of the
     * last, so that the include stands before it and everything between them counts too.
     */
    String including(SpfRecord record) {
        NearMiss nearMiss = new NearMiss(vendor, own);
        List<Term> alls =
                record.terms().stream().filter(term -> term.is(Mechanism.ALL)).toList();
        Optional<Term> end = alls.isEmpty() ? record.redirect() : Optional.of(alls.getLast());
        Predicate<Term> dropped = term -> term.includes(vendor, own)
                || nearMiss.isMisspelt(term)
                || (term.is(Mechanism.ALL) && !end.filter(term::equals).isPresent());
        StringBuilder text = new StringBuilder(record.text().substring(0, SpfRecord.VERSION.length()));
        for (Term term : record.terms()) {
            if (dropped.test(term)) {
                continue;
            }
            text.append(gap(record, term));
            boolean last = end.filter(term::equals).isPresent();
            text.append(last ? include() + " " : "")
                    .append(last && !alls.isEmpty() ? alls.getFirst().text() : term.text());
        }
        return end.isPresent()
                ? text.toString()
                : text.append(" ").append(include()).toString();
    }

    /** The same record without the terms that a receiver has been asked before, and would be asked again. */
    String withoutRepetitions(SpfRecord record) {
        Set<String> seen = new HashSet<>();
        StringBuilder text = new StringBuilder(record.text().substring(0, SpfRecord.VERSION.length()));
        for (Term term : record.terms()) {
            if (!(term instanceof Term.Directive directive) || seen.add(key(directive))) {
                text.append(gap(record, term)).append(term.text());
            }
        }
        return text.toString();
    }

    /**
     * One record that says what all of {@code records} say, and includes the vendor. It is no stricter than the laxest of
     * them: a record without {@code all} is neutral, and a redirection cannot stand beside other records, so it becomes an
     * include.
     */
    String merged(List<SpfRecord> records) {
        NearMiss nearMiss = new NearMiss(vendor, own);
        Map<String, String> mechanisms = new LinkedHashMap<>();
        Map<String, String> modifiers = new LinkedHashMap<>();
        for (SpfRecord record : records) {
            for (Term term : record.terms()) {
                if (term.includes(vendor, own) || nearMiss.isMisspelt(term) || term.is(Mechanism.ALL)) {
                    continue;
                }
                switch (term) {
                    case Term.Directive directive -> mechanisms.putIfAbsent(key(directive), directive.text());
                    case Term.Modifier modifier
                    when modifier.isRedirect() -> {
                        String included = "include:" + modifier.value();
                        if (record.all().isEmpty() && !isVendor(modifier)) {
                            mechanisms.putIfAbsent(included.toLowerCase(Locale.ROOT), included);
                        }
                    }
                    case Term.Modifier modifier ->
                        modifiers.putIfAbsent(modifier.name().equals("exp") ? "exp" : modifier.text(), modifier.text());
                    case Term.Broken _ -> {}
                }
            }
        }
        List<String> words = new ArrayList<>(List.of(SpfRecord.VERSION));
        words.addAll(mechanisms.values());
        words.add(include());
        laxest(records).map(Qualifier::all).ifPresent(words::add);
        words.addAll(modifiers.values());
        return String.join(" ", words);
    }

    private boolean isVendor(Term redirect) {
        return redirect.target(own).filter(OwnerName.canonical(vendor)::equals).isPresent();
    }

    /** Empty when none of them says anything. */
    private static Optional<Qualifier> laxest(List<SpfRecord> records) {
        boolean silent = records.stream()
                .allMatch(record -> record.all().isEmpty() && record.redirect().isEmpty());
        Stream<Qualifier> meanings = records.stream()
                .map(record -> record.all().map(Term.Directive::qualifier).orElse(Qualifier.NEUTRAL));
        return silent ? Optional.empty() : meanings.min(Comparator.naturalOrder());
    }

    private String include() {
        return "include:" + vendor;
    }

    /** Two directives with the same key ask the same, and the first decides. */
    private static String key(Term.Directive directive) {
        String lower = directive.text().toLowerCase(Locale.ROOT);
        return lower.startsWith("+") ? lower.substring(1) : lower;
    }

    /** The spaces before a term. */
    private static String gap(SpfRecord record, Term term) {
        int end = term.position() - 1;
        int start = end;
        while (record.text().charAt(start - 1) == ' ') {
            start--;
        }
        return record.text().substring(start, end);
    }
}
