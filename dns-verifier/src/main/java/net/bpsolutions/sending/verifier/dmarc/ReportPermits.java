package net.bpsolutions.sending.verifier.dmarc;

import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.lookup.Trails;

/**
 * Asks whether other domains take the reports that are to go there (RFC 9990 §4). Which domains are others is told by the
 * public suffixes: it needs no questions, and is the milder of the two ways of telling.
 */
final class ReportPermits {

    private static final int MOST_HOSTS = 10;

    private final Dns dns;
    private final String domain;

    ReportPermits(Dns dns, String domain) {
        this.dns = dns;
        this.domain = domain;
    }

    /**
     * A domain that does not say that it takes reports.
     *
     * @param tag that names it, {@code rua} or {@code ruf}
     * @param permit the owner name where it would say so
     */
    record Refusal(String tag, String host, String permit) {}

    /** The domains that refuse, in the order written. One that cannot be asked does not refuse. */
    Uni<List<Refusal>> refusals(PolicyRecord record) {
        Map<String, String> hosts = hosts(record);
        return hosts.isEmpty()
                ? Uni.createFrom().item(List.of())
                : PublicSuffixes.known().chain(suffixes -> ask(hosts, suffixes));
    }

    private Map<String, String> hosts(PolicyRecord record) {
        Map<String, String> hosts = new LinkedHashMap<>();
        for (String tag : TagNames.REPORTS) {
            record.reportAddresses(tag).stream()
                    .map(ReportAddress::host)
                    .flatMap(Optional::stream)
                    .filter(host -> !OwnerName.isWithin(host, domain))
                    .limit(MOST_HOSTS)
                    .forEach(host -> hosts.putIfAbsent(host, tag));
        }
        return hosts;
    }

    private Uni<List<Refusal>> ask(Map<String, String> hosts, PublicSuffixes suffixes) {
        String own = suffixes.organizational(domain);
        List<Uni<Optional<Refusal>>> questions = hosts.entrySet().stream()
                .filter(host -> !suffixes.organizational(host.getKey()).equals(own))
                .limit(MOST_HOSTS)
                .map(host -> new Refusal(host.getValue(), host.getKey(), domain + "._report._dmarc." + host.getKey()))
                .filter(refusal -> OwnerName.isValid(refusal.permit()))
                .map(this::ask)
                .toList();
        return questions.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join()
                        .all(questions)
                        .andFailFast()
                        .map(answers ->
                                answers.stream().flatMap(Optional::stream).toList());
    }

    private Uni<Optional<Refusal>> ask(Refusal refusal) {
        return Trails.follow(dns, refusal.permit(), RrType.TXT)
                .map(answer -> Optional.of(refusal).filter(refused -> !mayPermit(answer)));
    }

    private static boolean mayPermit(Trail answer) {
        return answer.outcome() instanceof Lookup.Unavailable
                || answer.outcome().records().stream().anyMatch(Version::leads);
    }
}
