package net.bpsolutions.sending.verifier.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The record that should be there, by what can be told without asking.
 *
 * @param mended the records as they were meant; none when that is open
 * @param record those as one record that includes the vendor; empty when that is open
 */
record Draft(List<SpfRecord> mended, Optional<SpfRecord> record) {

    /** What an event carries without being cut; longer suggestions would be no use. */
    private static final int LONGEST = 2048;

    static Draft of(List<SpfRecord> found, String own, String vendor) {
        List<SpfRecord> mended = new ArrayList<>();
        for (SpfRecord record : found) {
            Optional<SpfRecord> valid = record.isValid() ? Optional.of(record) : Repair.mend(record);
            if (valid.isEmpty()) {
                return new Draft(List.of(), Optional.empty());
            }
            mended.add(valid.get());
        }
        return new Draft(List.copyOf(mended), SpfRecord.read(text(mended, own, vendor)));
    }

    private static String text(List<SpfRecord> records, String own, String vendor) {
        Correction correction = new Correction(vendor, own);
        if (records.size() > 1) {
            return correction.merged(records);
        }
        SpfRecord only = records.getFirst();
        Survey nothing = new Survey(own, Map.of(), Map.of());
        boolean included = Reach.of(only, nothing, vendor).filter(Reach::passes).isPresent();
        return included ? only.text() : correction.including(only);
    }

    /** What to publish: as little changed as possible, within the ten look-ups, and only if it helps. */
    Optional<SpfRecord> suggestion(Survey survey, String vendor) {
        Correction correction = new Correction(vendor, survey.domain());
        Stream<SpfRecord> asMeant = mended.size() == 1 ? mended.stream() : Stream.empty();
        return Stream.concat(asMeant, record.stream())
                .flatMap(each -> Stream.of(each.text(), correction.withoutRepetitions(each)))
                .flatMap(text -> SpfRecord.read(text).stream())
                .filter(each -> each.isValid() && each.text().length() <= LONGEST)
                .filter(each ->
                        Reach.of(each, survey, vendor).filter(Reach::passes).isPresent())
                .filter(each -> Evaluator.evaluate(each, survey, vendor).lookups() <= Evaluation.MOST_LOOKUPS)
                .findFirst();
    }
}
