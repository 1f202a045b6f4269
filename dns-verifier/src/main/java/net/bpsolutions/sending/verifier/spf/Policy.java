package net.bpsolutions.sending.verifier.spf;

import java.util.List;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.Trail;

/** What a domain that is included, or redirected to, publishes (RFC 7208 §5.2). */
sealed interface Policy {

    /** One record. */
    record One(SpfRecord record) implements Policy {}

    /**
     * No record.
     *
     * @param isVoid whether there is no TXT record at all (RFC 7208 §4.6.4)
     */
    record None(boolean isVoid) implements Policy {}

    /** Several records, which is as good as none. */
    record Several() implements Policy {}

    /** Could not be seen. */
    record Unseen(Lookup.Unavailable why) implements Policy {}

    /** Not looked at: there was too much else to look at. */
    record Skipped() implements Policy {}

    /** From the TXT records of the domain. */
    static Policy of(Trail trail) {
        return switch (trail) {
            case Trail.Endless _ -> new Unseen(new Lookup.Unavailable(Reason.SERVFAIL, ""));
            case Trail.Ended(var _, Lookup.Unavailable why, var _) -> new Unseen(why);
            case Trail.Ended(var _, var end, var _) -> of(end.records());
        };
    }

    private static Policy of(List<String> texts) {
        List<SpfRecord> records = SpfRecord.among(texts);
        return switch (records.size()) {
            case 0 -> new None(texts.isEmpty());
            case 1 -> new One(records.getFirst());
            default -> new Several();
        };
    }
}
