package net.bpsolutions.sending.verifier.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.examination.SecondOpinion;
import net.bpsolutions.sending.verifier.lookup.Lookup;

/**
 * What is known of a domain beside what its records say.
 *
 * @param domainItself whether the name exists
 * @param faulty servers that do not answer as they should, although others do
 * @param parked whether its servers are those of a parking service
 * @param sights what is at each record's name
 * @param now when that was seen
 */
record DomainFacts(
        Lookup domainItself, List<Finding> faulty, boolean parked, Map<ExpectedRecord, Sight> sights, Instant now) {

    /**
     * One name.
     *
     * @param atName what its authoritative servers say
     * @param opinion what the resolvers say
     */
    record Sight(Lookup atName, SecondOpinion opinion) {}

    /** Adds to a judge's verdict what holds for a record whatever its purpose. */
    RecordCheck complete(ExpectedRecord expected, RecordCheck judged) {
        Sight sight = sights.getOrDefault(expected, new Sight(new Lookup.NoData(), SecondOpinion.NONE));
        RecordCheck believed = Remarks.bogus(judged, sight.opinion());
        RecordCheck named = Remarks.noSuchDomain(believed, domainItself);
        RecordCheck timed = Remarks.tryAfter(named, sight.atName().ttl(), now);
        RecordCheck placed = parked ? Remarks.parked(timed) : timed;
        return Remarks.faulty(Remarks.settling(placed, sight.atName(), sight.opinion(), now), faulty);
    }
}
