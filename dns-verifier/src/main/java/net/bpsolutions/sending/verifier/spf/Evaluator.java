package net.bpsolutions.sending.verifier.spf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.spf.Evaluation.Trouble;

/** Goes through a record and all that it leads to, without asking anybody. */
final class Evaluator {

    /** Where counting ends: far beyond what is allowed, whatever the records of strangers lead to. */
    private static final int ENOUGH = 100;

    private final Survey survey;
    private final String vendor;
    private final Map<Term, Integer> costs = new LinkedHashMap<>();
    private final List<String> voids = new ArrayList<>();
    private final List<Trouble> loops = new ArrayList<>();
    private final List<Trouble> broken = new ArrayList<>();
    private final List<Trouble> crowded = new ArrayList<>();
    private final List<Trouble> unseen = new ArrayList<>();
    private final List<Trouble> macros = new ArrayList<>();
    private int lookups;

    private Evaluator(Survey survey, String vendor) {
        this.survey = survey;
        this.vendor = vendor;
    }

    /**
     * Evaluates {@code record} as that of the survey's domain. The vendor's own policy counts, but its faults are not the
     * clinic's to mend.
     */
    static Evaluation evaluate(SpfRecord record, Survey survey, String vendor) {
        Evaluator evaluator = new Evaluator(survey, vendor);
        for (Term term : record.effective()) {
            int before = evaluator.lookups;
            evaluator.pass(term, term, List.of(survey.domain()));
            if (evaluator.lookups > before) {
                evaluator.costs.merge(term, evaluator.lookups - before, Integer::sum);
            }
        }
        return new Evaluation(
                evaluator.lookups,
                evaluator.voids,
                evaluator.costs,
                evaluator.loops,
                evaluator.broken,
                evaluator.crowded,
                evaluator.unseen,
                evaluator.macros);
    }

    private void pass(Term root, Term term, List<String> path) {
        if (!term.isAsking() || lookups >= ENOUGH) {
            return;
        }
        lookups++;
        Optional<String> target = term.target(path.getLast());
        if (target.isEmpty()) {
            note(macros, new Trouble(root, term, path, new Policy.Skipped()));
        } else if (term.is(Mechanism.INCLUDE) || term.isRedirect()) {
            enter(root, term, path, target.get());
        } else {
            ask(root, term, path, target.get());
        }
    }

    private void ask(Term root, Term term, List<String> path, String target) {
        Optional<Lookup> answer = survey.answer(term, path.getLast());
        if (answer.isEmpty()) {
            return;
        }
        switch (answer.get()) {
            case Lookup.NoData _, Lookup.NoSuchDomain _ -> voids.add(target);
            case Lookup.Answer(var rrset, var _)
            when term.is(Mechanism.MX) && rrset.size() > Evaluation.MOST_EXCHANGES ->
                note(crowded, new Trouble(root, term, path, new Policy.Skipped()));
            case Lookup.Unavailable why ->
                note(unseen, new Trouble(root, term, longer(path, target), new Policy.Unseen(why)));
            case Lookup.Answer _, Lookup.Alias _ -> {}
        }
    }

    private void enter(Term root, Term term, List<String> path, String target) {
        List<String> longer = longer(path, target);
        Policy policy = survey.policy(target);
        Trouble here = new Trouble(root, term, longer, policy);
        if (path.contains(target)) {
            note(loops, here);
            return;
        }
        switch (policy) {
            case Policy.One(var record)
            when record.isValid() -> record.effective().forEach(next -> pass(root, next, longer));
            case Policy.One _, Policy.Several _ -> note(broken, here);
            case Policy.None(boolean isVoid) -> {
                if (isVoid) {
                    voids.add(target);
                }
                note(broken, here);
            }
            case Policy.Unseen _ -> note(unseen, here);
            case Policy.Skipped _ -> {}
        }
    }

    private static List<String> longer(List<String> path, String target) {
        List<String> longer = new ArrayList<>(path);
        longer.add(target);
        return longer;
    }

    private void note(List<Trouble> troubles, Trouble trouble) {
        boolean known = troubles.stream()
                .anyMatch(each -> each.path().getLast().equals(trouble.path().getLast())
                        && each.term().text().equals(trouble.term().text()));
        if (!known && !trouble.path().contains(vendor)) {
            troubles.add(trouble);
        }
    }
}
