package net.bpsolutions.sending.verifier.spf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An SPF record (RFC 7208 §4.5): text that starts with {@code v=spf1} and a space, or is just that.
 *
 * @param text as published, its character-strings joined
 * @param terms after the version, in the order written
 */
record SpfRecord(String text, List<Term> terms) {

    static final String VERSION = "v=spf1";

    private static final Set<String> ONCE = Set.of("redirect", "exp");

    /** The record, if {@code text} is one. */
    static Optional<SpfRecord> read(String text) {
        if (!text.regionMatches(true, 0, VERSION, 0, VERSION.length())
                || (text.length() > VERSION.length() && text.charAt(VERSION.length()) != ' ')) {
            return Optional.empty();
        }
        List<Term> terms = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int end = VERSION.length();
        while (end < text.length()) {
            int start = end + 1;
            int space = text.indexOf(' ', start);
            end = space < 0 ? text.length() : space;
            if (end > start) {
                terms.add(once(TermReader.read(text.substring(start, end), start + 1), seen));
            }
        }
        return Optional.of(new SpfRecord(text, List.copyOf(terms)));
    }

    /** RFC 7208 §6: a second {@code redirect} or {@code exp} breaks the record. */
    private static Term once(Term term, Set<String> seen) {
        return term instanceof Term.Modifier modifier && ONCE.contains(modifier.name()) && !seen.add(modifier.name())
                ? new Term.Broken(term.text(), term.position(), new Fault(Fault.Kind.MODIFIER_TWICE, 0))
                : term;
    }

    /** Every record among {@code texts}. */
    static List<SpfRecord> among(List<String> texts) {
        return texts.stream().map(SpfRecord::read).flatMap(Optional::stream).toList();
    }

    /** The broken terms; what stands behind a value that is lacking is that value, not a fault of its own. */
    List<Term.Broken> faults() {
        List<Term.Broken> faults = new ArrayList<>();
        boolean lacking = false;
        for (Term term : terms) {
            if (term instanceof Term.Broken broken && !(lacking && isBare(broken))) {
                faults.add(broken);
            }
            lacking = term instanceof Term.Broken broken && broken.fault().kind() == Fault.Kind.VALUE_MISSING;
        }
        return faults;
    }

    private static boolean isBare(Term.Broken term) {
        return term.fault().kind() == Fault.Kind.UNKNOWN_TERM;
    }

    boolean isValid() {
        return terms.stream().noneMatch(Term.Broken.class::isInstance);
    }

    /** What a receiver goes through: up to the first {@code all}; {@code redirect} counts without one (RFC 7208 §6.1). */
    List<Term> effective() {
        int all = firstAll();
        return all >= 0
                ? terms.subList(0, all + 1).stream()
                        .filter(Term.Directive.class::isInstance)
                        .toList()
                : Stream.concat(
                                terms.stream().filter(Term.Directive.class::isInstance),
                                terms.stream().filter(Term::isRedirect))
                        .toList();
    }

    /** The first {@code all} term: the one that counts. */
    Optional<Term.Directive> all() {
        int all = firstAll();
        return all < 0 ? Optional.empty() : Optional.of((Term.Directive) terms.get(all));
    }

    Optional<Term> redirect() {
        return terms.stream().filter(Term::isRedirect).findFirst();
    }

    private int firstAll() {
        for (int index = 0; index < terms.size(); index++) {
            if (terms.get(index).is(Mechanism.ALL)) {
                return index;
            }
        }
        return -1;
    }
}
