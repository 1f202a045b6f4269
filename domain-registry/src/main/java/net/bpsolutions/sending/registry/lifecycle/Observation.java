package net.bpsolutions.sending.registry.lifecycle;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;

/**
 * What one check says about the records that are expected now.
 *
 * @param health of the required records together
 * @param failing owner names of the required records that are bad
 * @param selectorLeft false when every DKIM selector is bad
 * @param policy the DMARC policy, when it could be read
 */
public record Observation(Health health, Set<String> failing, boolean selectorLeft, Optional<DmarcPolicy> policy) {

    /** Judges verdicts; an expected record without a verdict is unknown. */
    public static Observation of(List<ExpectedRecord> expected, List<RecordCheck> verdicts) {
        Map<Key, RecordCheck> byKey = verdicts.stream()
                .collect(toUnmodifiableMap(
                        check -> new Key(check.purpose(), check.name()), check -> check, (first, _) -> first));
        Set<String> failing = expected.stream()
                .filter(ExpectedRecord::required)
                .filter(record -> healthOf(record, byKey) == Health.BAD)
                .map(ExpectedRecord::name)
                .collect(toUnmodifiableSet());
        boolean unknown = expected.stream()
                .filter(ExpectedRecord::required)
                .anyMatch(record -> healthOf(record, byKey) == Health.UNKNOWN);
        boolean selectorLeft = expected.stream()
                .filter(record -> record.purpose() == Purpose.DKIM)
                .anyMatch(record -> healthOf(record, byKey) != Health.BAD);
        Optional<DmarcPolicy> policy = verdicts.stream()
                .filter(check -> check.purpose() == Purpose.DMARC)
                .findFirst()
                .flatMap(DmarcPolicy::of);
        return new Observation(together(failing, unknown), failing, selectorLeft, policy);
    }

    /** Whether a required record is bad, and the authoritative servers said so. */
    public boolean isBad() {
        return health == Health.BAD;
    }

    private static Health together(Set<String> failing, boolean unknown) {
        if (!failing.isEmpty()) {
            return Health.BAD;
        }
        return unknown ? Health.UNKNOWN : Health.GOOD;
    }

    private static Health healthOf(ExpectedRecord record, Map<Key, RecordCheck> verdicts) {
        RecordCheck verdict = verdicts.get(new Key(record.purpose(), record.name()));
        RecordState state = verdict == null ? RecordState.UNKNOWN : verdict.state();
        return switch (state) {
            case OK -> Health.GOOD;
            case MISSING, WRONG, CONFLICT -> Health.BAD;
            case UNKNOWN -> Health.UNKNOWN;
        };
    }

    private record Key(Purpose purpose, String name) {}
}
