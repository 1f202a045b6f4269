package net.bpsolutions.sending.gateway.checks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;

/**
 * How the records that a domain needs were seen last. SPF is advice, and ownership is what the reader just proved.
 *
 * @param byName by owner name
 */
record RequiredRecords(Map<String, Sight> byName) {

    /** From the best to the worst. */
    enum Sight {
        IN_PLACE,
        UNKNOWN,
        MISSING
    }

    /** Takes a copy. */
    RequiredRecords {
        byName = Map.copyOf(byName);
    }

    static boolean isRequired(Purpose purpose) {
        return switch (purpose) {
            case DKIM, DMARC -> true;
            case SPF, OWNERSHIP -> false;
        };
    }

    static RequiredRecords of(List<RecordCheck> checks) {
        Map<String, Sight> byName = new TreeMap<>();
        checks.stream()
                .filter(check -> isRequired(check.purpose()))
                .forEach(check -> byName.merge(check.name(), sight(check.state()), RequiredRecords::worse));
        return new RequiredRecords(byName);
    }

    private static Sight sight(RecordState state) {
        return switch (state) {
            case OK -> Sight.IN_PLACE;
            case MISSING, WRONG, CONFLICT -> Sight.MISSING;
            case UNKNOWN -> Sight.UNKNOWN;
        };
    }

    private static Sight worse(Sight one, Sight other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** What could not be determined now is as it was seen before. */
    RequiredRecords after(RequiredRecords before) {
        Map<String, Sight> both = new TreeMap<>(byName);
        both.replaceAll(
                (name, sight) -> sight == Sight.UNKNOWN ? before.byName.getOrDefault(name, Sight.UNKNOWN) : sight);
        return new RequiredRecords(both);
    }

    /** No number while one of them was never determined. */
    MissingRecords missing() {
        if (byName.isEmpty() || byName.containsValue(Sight.UNKNOWN)) {
            return new MissingRecords.Unknown();
        }
        int count = (int)
                byName.values().stream().filter(sight -> sight == Sight.MISSING).count();
        return count == 0 ? new MissingRecords.None() : new MissingRecords.Some(count);
    }
}
