package net.bpsolutions.sending.verifier.check;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.verifier.servers.SmallNet;

/** The second tier alone, asked for the two selectors and the policy of a domain; it must keep its deadline. */
final class Asker {

    static final Duration TIMEOUT = Duration.ofMillis(900);

    /** Records that are as expected. */
    static final String GOOD = """
            mte1._domainkey CNAME dkim1.mandrillapp.com.
            mte2._domainkey CNAME dkim2.mandrillapp.com.
            _dmarc TXT "v=DMARC1; p=none"
            """;

    private static final Duration DEADLINE = Duration.ofSeconds(6);

    /** What a loaded machine may add to a deadline. */
    private static final Duration SLACK = Duration.ofSeconds(20);

    private final SecondTier tier;

    private Asker(SecondTier tier) {
        this.tier = tier;
    }

    static Asker of(SmallNet net, String... resolvers) {
        return new Asker(new SecondTier(net.examiner(TIMEOUT, resolvers), DEADLINE, Clock.systemUTC(), List.of()));
    }

    /** Whose servers have more time than the whole check. */
    static Asker inHaste(SmallNet net, String resolver) {
        return new Asker(new SecondTier(
                net.examiner(Duration.ofSeconds(4), resolver), Duration.ofSeconds(2), Clock.systemUTC(), List.of()));
    }

    List<RecordCheck> check(String domain) {
        List<ExpectedRecord> expected = List.of(
                new ExpectedRecord(
                        Purpose.DKIM, RecordType.CNAME, "mte1._domainkey." + domain, "dkim1.mandrillapp.com", true),
                new ExpectedRecord(
                        Purpose.DKIM, RecordType.CNAME, "mte2._domainkey." + domain, "dkim2.mandrillapp.com", true),
                new ExpectedRecord(Purpose.DMARC, RecordType.TXT, "_dmarc." + domain, "v=DMARC1; p=none", true));
        SecondTier.Examined examined = tier.examine(new DomainName(domain), expected, Duration.ZERO)
                .await()
                .atMost(DEADLINE.plus(SLACK));
        return expected.stream().map(each -> examined.records().get(each)).toList();
    }
}
