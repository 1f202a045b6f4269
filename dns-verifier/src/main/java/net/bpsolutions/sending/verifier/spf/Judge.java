package net.bpsolutions.sending.verifier.spf;

import static net.bpsolutions.sending.events.FindingCode.ALLOWS_ALL;
import static net.bpsolutions.sending.events.FindingCode.ALL_MISSING;
import static net.bpsolutions.sending.events.FindingCode.INCLUDE_AFTER_ALL;
import static net.bpsolutions.sending.events.FindingCode.INCLUDE_MISSING;
import static net.bpsolutions.sending.events.FindingCode.INHERITED;
import static net.bpsolutions.sending.events.FindingCode.MULTIPLE_RECORDS;
import static net.bpsolutions.sending.events.FindingCode.PTR;
import static net.bpsolutions.sending.events.FindingCode.SYNTAX;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/**
 * Judges the records of a domain, one or several. What makes receivers treat the policy as broken (permerror, RFC 7208
 * §2.6.7) comes first: until it is mended, nothing else of the record counts.
 */
final class Judge {

    /** Of a kind, told at once. */
    private static final int MOST = 5;

    private final List<SpfRecord> records;
    private final Draft draft;
    private final Survey survey;
    private final String vendor;
    private final Optional<SpfRecord> suggestion;

    Judge(List<SpfRecord> records, Draft draft, Survey survey, String vendor) {
        this.records = records;
        this.draft = draft;
        this.survey = survey;
        this.vendor = vendor;
        this.suggestion = draft.suggestion(survey, vendor)
                .filter(record -> records.size() > 1 || !record.equals(records.getFirst()));
    }

    RecordCheck judge(Verdict verdict) {
        List<Finding> failures = new ArrayList<>();
        if (records.size() > 1) {
            failures.add(warning(MULTIPLE_RECORDS, Map.of("found", String.join(" | ", verdict.found()))));
        }
        records.stream().flatMap(this::syntax).limit(MOST).forEach(failures::add);
        Evaluation evaluation = Evaluator.evaluate(evaluated(), survey, vendor);
        failures.addAll(placed(Troubles.failures(evaluated(), evaluation, suggestion)));
        Optional<Reach> reach = reach();
        if (reach.filter(Reach::passes).isEmpty()) {
            failures.add(absence(reach));
            failures.addAll(excess(evaluation));
        }
        List<Finding> all = new ArrayList<>(failures);
        all.addAll(remarks());
        reach.filter(each -> each.passes() && !each.isDirect())
                .ifPresent(each -> all.add(Findings.info(INHERITED, Map.of("found", Troubles.path(each.path())))));
        all.addAll(placed(Troubles.remarks(evaluation)));
        return verdict.of(state(failures), all);
    }

    /** Several records are evaluated as the one that they should be. */
    private SpfRecord evaluated() {
        return records.size() == 1 ? records.getFirst() : draft.record().orElse(records.getFirst());
    }

    /** Positions in a record that is not there yet would only mislead. */
    private List<Finding> placed(List<Finding> findings) {
        return records.size() == 1
                ? findings
                : findings.stream().map(Judge::withoutPosition).toList();
    }

    private static Finding withoutPosition(Finding finding) {
        Map<String, String> args = new HashMap<>(finding.args());
        args.remove("position");
        return new Finding(finding.code(), finding.severity(), args);
    }

    private RecordState state(List<Finding> failures) {
        if (records.size() > 1) {
            return RecordState.CONFLICT;
        }
        return failures.isEmpty() ? RecordState.OK : RecordState.WRONG;
    }

    /** The way to the vendor, of several records the best one; a typing error within the include is no lack of it. */
    private Optional<Reach> reach() {
        List<SpfRecord> meant = draft.mended().isEmpty() ? records : draft.mended();
        return meant.stream()
                .map(record -> Reach.of(record, survey, vendor))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one.passes() ? one : other);
    }

    private Stream<Finding> syntax(SpfRecord record) {
        return record.faults().stream()
                .map(broken -> warning(
                        SYNTAX,
                        Map.of(
                                "found", record.text(),
                                "fault", broken.text(),
                                "reason", broken.fault().kind().name(),
                                "position",
                                        String.valueOf(broken.position()
                                                + broken.fault().offset()))));
    }

    private Finding absence(Optional<Reach> reach) {
        Map<String, String> args = new HashMap<>();
        args.put("expected", "include:" + vendor);
        for (SpfRecord record : records) {
            Optional<Term> late = reach.isEmpty() ? late(record) : Optional.empty();
            if (late.isPresent()) {
                args.put("found", record.text());
                args.put("position", String.valueOf(late.get().position()));
                return warning(INCLUDE_AFTER_ALL, args);
            }
        }
        args.put("found", records.getFirst().text());
        records.stream()
                .map(new NearMiss(vendor, survey.domain())::in)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(term -> {
                    args.put("nearMiss", term.text());
                    args.put("position", String.valueOf(term.position()));
                });
        return warning(INCLUDE_MISSING, args);
    }

    /** The include, where no receiver gets. */
    private Optional<Term> late(SpfRecord record) {
        return record.terms().stream()
                .filter(term -> term.includes(vendor, survey.domain()))
                .filter(term -> ((Term.Directive) term).qualifier() == Qualifier.PASS)
                .filter(term -> record.all().isPresent()
                        && term.position() > record.all().get().position())
                .findFirst();
    }

    /** With the include, a record that is within the limits now may not be. */
    private List<Finding> excess(Evaluation now) {
        return draft.record()
                .filter(_ -> suggestion.isEmpty() && now.lookups() <= Evaluation.MOST_LOOKUPS)
                .map(record -> Troubles.tooManyLookups(record, Evaluator.evaluate(record, survey, vendor), suggestion))
                .orElse(List.of());
    }

    private List<Finding> remarks() {
        List<Finding> remarks = new ArrayList<>();
        for (SpfRecord record : records) {
            record.all()
                    .filter(all -> all.qualifier() == Qualifier.PASS && remarks.size() < MOST)
                    .ifPresent(all -> remarks.add(Findings.warning(ALLOWS_ALL, at(record, all))));
        }
        records.stream().flatMap(Judge::ptr).limit(MOST).forEach(remarks::add);
        if (records.stream()
                .allMatch(record -> record.all().isEmpty() && record.redirect().isEmpty())) {
            remarks.add(Findings.info(
                    ALL_MISSING, Map.of("found", records.getFirst().text())));
        }
        return remarks;
    }

    private static Stream<Finding> ptr(SpfRecord record) {
        return record.effective().stream()
                .filter(Judge::dependsOnPtr)
                .map(term -> Findings.warning(PTR, at(record, term)));
    }

    private static boolean dependsOnPtr(Term term) {
        return term.is(Mechanism.PTR) || (!(term instanceof Term.Broken) && Macros.hasClientName(term.text()));
    }

    private static Map<String, String> at(SpfRecord record, Term term) {
        return Map.of("found", record.text(), "term", term.text(), "position", String.valueOf(term.position()));
    }

    private Finding warning(FindingCode code, Map<String, String> args) {
        return Troubles.suggesting(code, args, suggestion);
    }
}
