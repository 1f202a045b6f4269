package net.bpsolutions.sending.registry.registration;

import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.RecordCheck;

/**
 * How much of what a clinic is shown to publish a check looked at: others ask for checks of fewer records.
 *
 * @param shown what the clinic is shown
 * @param verdicts of the check
 */
record Coverage(List<ExpectedRecord> shown, List<RecordCheck> verdicts) {

    /** Whether it looked at everything, so that it stands for the check that was due. */
    boolean isWhole() {
        return shown.stream().allMatch(record -> verdicts.stream().anyMatch(check -> isOf(record, check)));
    }

    /** The verdicts, and those of {@code earlier} on records that it did not look at. */
    List<RecordCheck> over(List<RecordCheck> earlier) {
        Stream<RecordCheck> kept = shown.stream()
                .filter(record -> verdicts.stream().noneMatch(check -> isOf(record, check)))
                .flatMap(record ->
                        earlier.stream().filter(check -> isOf(record, check)).limit(1));
        return Stream.concat(verdicts.stream(), kept).toList();
    }

    private static boolean isOf(ExpectedRecord record, RecordCheck check) {
        return check.purpose() == record.purpose() && check.name().equals(record.name());
    }
}
