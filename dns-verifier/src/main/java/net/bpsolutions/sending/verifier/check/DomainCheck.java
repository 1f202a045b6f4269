package net.bpsolutions.sending.verifier.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.verifier.quicklook.QuickLook;

/**
 * One check of one domain: a quick look, and an examination of what it did not find good. Ends within its deadline.
 *
 * <p>When a required record is not good, all are examined: some mistakes show only from several records together.
 */
public final class DomainCheck {

    private final QuickLook quickLook;
    private final SecondTier secondTier;
    private final RecognisedHosts hosts;
    private final Clock clock;

    public DomainCheck(QuickLook quickLook, SecondTier secondTier, DnsHosts hosts, Clock clock) {
        this.quickLook = quickLook;
        this.secondTier = secondTier;
        this.hosts = new RecognisedHosts(hosts);
        this.clock = clock;
    }

    /** Checks; fails for bugs only. The event id is the same whenever the same request is checked. */
    public Uni<DnsChecked> check(CheckRequest request) {
        Instant start = clock.instant();
        return quickLook
                .look(
                        request.domain(),
                        request.expected(),
                        secondTier.deadline().dividedBy(3))
                .chain(seen -> complete(request, seen, start))
                .map(seen -> checked(request, seen));
    }

    private Uni<QuickLook.Seen> complete(CheckRequest request, QuickLook.Seen seen, Instant start) {
        List<ExpectedRecord> open = open(request.expected(), seen.records());
        return open.isEmpty()
                ? Uni.createFrom().item(seen)
                : secondTier
                        .examine(request.domain(), open, Duration.between(start, clock.instant()))
                        .map(examined -> merged(request.expected(), seen, examined));
    }

    private static List<ExpectedRecord> open(List<ExpectedRecord> expected, List<RecordCheck> seen) {
        List<ExpectedRecord> notGood = IntStream.range(0, expected.size())
                .filter(index -> seen.get(index).state() != RecordState.OK)
                .mapToObj(expected::get)
                .toList();
        return notGood.stream().anyMatch(ExpectedRecord::required) ? expected : notGood;
    }

    private static QuickLook.Seen merged(
            List<ExpectedRecord> expected, QuickLook.Seen seen, SecondTier.Examined examined) {
        List<RecordCheck> records = IntStream.range(0, expected.size())
                .mapToObj(index -> examined.records()
                        .getOrDefault(expected.get(index), seen.records().get(index)))
                .toList();
        return new QuickLook.Seen(
                records, examined.nameservers().isEmpty() ? seen.nameservers() : examined.nameservers());
    }

    private DnsChecked checked(CheckRequest request, QuickLook.Seen seen) {
        UUID id = UUID.nameUUIDFromBytes((request.causeId() + "/dns-checked").getBytes(UTF_8));
        return new DnsChecked(
                id,
                clock.instant(),
                request.causeId(),
                request.domain(),
                seen.records(),
                seen.nameservers(),
                hosts.of(seen.nameservers()).orElse(null));
    }
}
