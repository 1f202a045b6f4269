package net.bpsolutions.sending.verifier.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.quicklook.QuickLook;
import net.bpsolutions.sending.verifier.verdict.Verdict;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One check of one domain: a quick look, and an examination of what it did not find good. Ends within its deadline.
 *
 * <p>When a required record is not good, all are examined: some mistakes show only from several records together. All
 * are examined as well when the check is no routine: somebody waits for it, and some mistakes do not keep a resolver from
 * finding what was expected, today.
 */
public final class DomainCheck {

    private static final Set<String> NOT_SEEN = Stream.of(
                    FindingCode.TIMEOUT, FindingCode.SERVFAIL, FindingCode.REFUSED, FindingCode.LAME_DELEGATION)
            .map(FindingCode::name)
            .collect(Collectors.toUnmodifiableSet());

    private static final Lookup.Unavailable NOT_LOOKED_AT = new Lookup.Unavailable(Reason.TIMEOUT, "");
    private static final Logger LOG = Logger.getLogger(DomainCheck.class);

    private final QuickLook quickLook;
    private final SecondTier secondTier;
    private final RecognisedHosts hosts;
    private final Clock clock;

    public DomainCheck(QuickLook quickLook, SecondTier secondTier, DnsHosts hosts, Clock clock) {
        this.quickLook = quickLook;
        this.secondTier = secondTier;
        this.hosts = new RecognisedHosts(hosts::recognise);
        this.clock = clock;
    }

    /** Checks; fails for bugs only. The event id is the same whenever the same request is checked. */
    public Uni<DnsChecked> check(CheckRequest request) {
        Instant start = clock.instant();
        Duration patience = secondTier.deadline().dividedBy(3);
        return quickLook
                .look(request.domain(), request.expected(), patience)
                .ifNoItem()
                .after(patience.multipliedBy(2))
                .fail()
                .onFailure()
                .recoverWithItem(why -> nothing(request, why))
                .chain(seen -> complete(request, seen, start))
                .map(seen -> checked(request, seen));
    }

    /** A quick look that fails leaves everything to the examination. */
    private static QuickLook.Seen nothing(CheckRequest request, Throwable why) {
        LOG.errorf(why, "the quick look at %s failed, causeId %s", request.domain(), request.causeId());
        return new QuickLook.Seen(
                request.expected().stream()
                        .map(each -> Verdict.nothing(each).unknown(NOT_LOOKED_AT))
                        .toList(),
                List.of());
    }

    private Uni<QuickLook.Seen> complete(CheckRequest request, QuickLook.Seen seen, Instant start) {
        List<ExpectedRecord> open = request.routine() ? open(request.expected(), seen.records()) : request.expected();
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
                .mapToObj(index ->
                        better(seen.records().get(index), examined.records().get(expected.get(index))))
                .toList();
        return new QuickLook.Seen(
                records, examined.nameservers().isEmpty() ? seen.nameservers() : examined.nameservers());
    }

    /** What a resolver found good is not put in doubt by servers that would not answer us. */
    private static RecordCheck better(RecordCheck seen, @Nullable RecordCheck examined) {
        if (examined == null) {
            return seen;
        }
        boolean unseen = examined.state() == RecordState.UNKNOWN
                && examined.findings().stream().map(Finding::code).allMatch(NOT_SEEN::contains);
        return seen.state() == RecordState.OK && unseen ? seen : examined;
    }

    private DnsChecked checked(CheckRequest request, QuickLook.Seen seen) {
        UUID id = UUID.nameUUIDFromBytes((request.causeId() + "/dns-checked").getBytes(UTF_8));
        return new DnsChecked(
                id,
                clock.instant(),
                request.causeId(),
                request.domain(),
                EventSize.records(seen.records()),
                EventSize.nameservers(seen.nameservers()),
                hosts.of(seen.nameservers()).orElse(null));
    }
}
