package net.bpsolutions.sending.verifier.check;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.verifier.examination.SecondOpinion;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** What is true of a record whatever its purpose: that of its domain, its servers, and those who remember its past. */
final class Remarks {

    private Remarks() {}

    /** A record that is missing because its domain is needs another fix, and that first. */
    static RecordCheck noSuchDomain(RecordCheck check, Lookup domainItself) {
        if (!(domainItself instanceof Lookup.NoSuchDomain) || check.state() != RecordState.MISSING) {
            return check;
        }
        Finding finding = check.purpose() == Purpose.SPF
                ? Findings.warning(FindingCode.NXDOMAIN, Map.of())
                : Findings.error(FindingCode.NXDOMAIN, Map.of());
        return with(check, List.of(finding));
    }

    /**
     * When a corrected record will be seen by everybody, as {@code tryAfter}: until then resolvers may hold what they got.
     *
     * @param ttl of what is at the record's name, in seconds; null when not known
     */
    static RecordCheck tryAfter(RecordCheck check, @Nullable Long ttl, Instant now) {
        @Nullable Long seconds = check.ttl() == null ? ttl : check.ttl();
        return switch (check.state()) {
            case OK, UNKNOWN -> check;
            case MISSING, WRONG, CONFLICT ->
                seconds == null
                        ? check
                        : with(
                                check,
                                check.findings().stream()
                                        .map(finding -> timed(finding, at(now, seconds)))
                                        .toList());
        };
    }

    /** At a parking service there is no record to correct. */
    static RecordCheck parked(RecordCheck check) {
        return switch (check.state()) {
            case MISSING, WRONG -> and(check, List.of(Findings.warning(FindingCode.PARKED, Map.of())));
            case OK, CONFLICT, UNKNOWN -> check;
        };
    }

    /** What no validating resolver believes is not known to be there (RFC 4035 §5). */
    static RecordCheck bogus(RecordCheck check, SecondOpinion opinion) {
        return opinion.bogus()
                .map(lost -> new RecordCheck(
                        check.purpose(),
                        check.name(),
                        RecordState.UNKNOWN,
                        check.found(),
                        check.ttl(),
                        List.of(Verdict.remark(lost))))
                .orElse(check);
    }

    /** Right at its own name, but somewhere the old answer is still given. */
    static RecordCheck settling(RecordCheck check, Lookup atName, SecondOpinion opinion, Instant now) {
        boolean isOwn = check.state() == RecordState.OK
                && (atName instanceof Lookup.Answer || atName instanceof Lookup.Alias)
                && check.findings().stream().noneMatch(finding -> finding.code().equals(FindingCode.INHERITED.name()));
        return isOwn
                ? opinion.behind()
                        .map(behind -> and(check, List.of(settling(behind, now))))
                        .orElse(check)
                : check;
    }

    private static Finding settling(SecondOpinion.Behind behind, Instant now) {
        Map<String, String> args = new HashMap<>();
        args.put("servers", String.join(", ", behind.resolvers()));
        Long seconds = behind.seconds();
        if (seconds != null) {
            args.put("tryAfter", at(now, seconds));
        }
        return Findings.info(FindingCode.SETTLING, args);
    }

    /** Some of the servers do not answer; that matters, but not to the verdict. */
    static RecordCheck faulty(RecordCheck check, List<Finding> servers) {
        return servers.isEmpty() || check.state() == RecordState.UNKNOWN ? check : and(check, servers);
    }

    private static String at(Instant now, long seconds) {
        return now.plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Finding timed(Finding finding, String tryAfter) {
        Map<String, String> args = new HashMap<>(finding.args());
        args.putIfAbsent("tryAfter", tryAfter);
        return new Finding(finding.code(), finding.severity(), args);
    }

    private static RecordCheck and(RecordCheck check, List<Finding> more) {
        return with(
                check,
                Findings.inOrder(
                        Stream.concat(check.findings().stream(), more.stream()).toList()));
    }

    private static RecordCheck with(RecordCheck check, List<Finding> findings) {
        return new RecordCheck(check.purpose(), check.name(), check.state(), check.found(), check.ttl(), findings);
    }
}
