package net.bpsolutions.sending.verifier.spf;

import java.util.List;
import java.util.Map;

/**
 * What a receiver meets that goes through all of a record (RFC 7208 §4.6.4), the worst that can happen to it.
 *
 * @param lookups terms that make it ask
 * @param voids the names of those that find nothing
 * @param costs the look-ups of each term of the record itself that makes any
 * @param loops domains that lead back to themselves
 * @param broken includes and redirects that lead to no record that can be used
 * @param crowded {@code mx} terms that find more than ten exchanges
 * @param unseen includes and redirects whose records could not be had
 * @param macros terms that depend on the sender
 */
record Evaluation(
        int lookups,
        List<String> voids,
        Map<Term, Integer> costs,
        List<Trouble> loops,
        List<Trouble> broken,
        List<Trouble> crowded,
        List<Trouble> unseen,
        List<Trouble> macros) {

    /** RFC 7208 §4.6.4. */
    static final int MOST_LOOKUPS = 10;

    /** RFC 7208 §4.6.4. */
    static final int MOST_VOIDS = 2;

    /** Of an {@code mx} term, RFC 7208 §4.6.4. */
    static final int MOST_EXCHANGES = 10;

    /**
     * Something on the way.
     *
     * @param root the term of the domain's own record that leads there
     * @param term the term itself
     * @param path the domains from the domain's own to the one that {@code term} leads to, as far as it is known
     * @param policy what is there
     */
    record Trouble(Term root, Term term, List<String> path, Policy policy) {}

    boolean isWithinLimits() {
        return lookups <= MOST_LOOKUPS && voids.size() <= MOST_VOIDS && crowded.isEmpty();
    }
}
