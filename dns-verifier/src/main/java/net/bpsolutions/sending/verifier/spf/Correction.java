package net.bpsolutions.sending.verifier.spf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the record to publish instead: the include just before the last {@code all}, everything else as it was. */
final class Correction {

    private Correction() {}

    /** For a domain without a record. */
    static String fresh(String include) {
        return "v=spf1 include:" + include + " ?all";
    }

    /** One record that says what all of {@code records} say, and includes {@code include} where it counts. */
    static String merged(List<SpfRecord> records, String include) {
        List<Term> terms =
                records.stream().flatMap(record -> record.terms().stream()).toList();
        Set<String> mechanisms = new LinkedHashSet<>();
        terms.stream()
                .filter(term -> !term.isAll() && !term.isModifier() && !term.includes(include))
                .forEach(term -> mechanisms.add(term.text()));
        mechanisms.add("include:" + include);
        Optional<Term> all = records.stream()
                .filter(record -> record.lastAll() >= 0)
                .map(record -> record.terms().get(record.lastAll()))
                .findFirst();
        Stream<String> modifiers =
                terms.stream().filter(Term::isModifier).map(Term::text).distinct();
        return Stream.of(Stream.of("v=spf1"), mechanisms.stream(), all.map(Term::text).stream(), modifiers)
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
    }

    /** The same record with the include put in. */
    static String including(SpfRecord record, String include) {
        List<String> words = new ArrayList<>();
        int all = record.lastAll();
        int before = all >= 0 ? all : firstModifier(record);
        for (int index = 0; index < record.terms().size(); index++) {
            if (index == before) {
                words.add("include:" + include);
            }
            Term term = record.terms().get(index);
            if (!term.includes(include)) {
                words.add(term.text());
            }
        }
        if (before == record.terms().size()) {
            words.add("include:" + include);
        }
        return "v=spf1 " + String.join(" ", words);
    }

    private static int firstModifier(SpfRecord record) {
        int index = 0;
        while (index < record.terms().size() && !record.terms().get(index).isModifier()) {
            index++;
        }
        return index;
    }
}
