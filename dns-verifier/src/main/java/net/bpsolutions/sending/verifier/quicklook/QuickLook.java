package net.bpsolutions.sending.verifier.quicklook;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.dkim.Dkim;
import net.bpsolutions.sending.verifier.dmarc.Dmarc;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.ownership.Ownership;
import net.bpsolutions.sending.verifier.spf.Spf;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/** The first tier. Its OK is a verdict; whatever else it says only means that somebody has to look properly. */
public final class QuickLook {

    private static final Duration KEY_AGE = Duration.ofSeconds(10);

    private final Dns dns;
    private final VendorKeys keys;
    private final Gate gate;

    /**
     * For any number of domains.
     *
     * @param dns fast, through the configured resolvers
     * @param thorough for the vendor's keys
     * @param inFlight domains looked at together
     */
    public QuickLook(Dns dns, Dns thorough, Clock clock, int inFlight) {
        this.dns = dns;
        this.keys = new VendorKeys(thorough, clock, KEY_AGE);
        this.gate = new Gate(inFlight);
    }

    /**
     * What a quick look saw.
     *
     * @param records one for each expected record, in their order
     * @param nameservers of the domain; empty when it has none of its own, or they did not show
     */
    public record Seen(List<RecordCheck> records, List<String> nameservers) {}

    /** Looks at every record; what takes longer than {@code patience}, waiting in line included, is left to others. */
    public Uni<Seen> look(DomainName domain, List<ExpectedRecord> expected, Duration patience) {
        return look(domain, expected).ifNoItem().after(patience).recoverWithItem(() -> nothing(expected));
    }

    private static Seen nothing(List<ExpectedRecord> expected) {
        Lookup.Unavailable timeout = new Lookup.Unavailable(Reason.TIMEOUT, "");
        return new Seen(
                expected.stream()
                        .map(each -> Verdict.nothing(each).unknown(timeout))
                        .toList(),
                List.of());
    }

    private Uni<Seen> look(DomainName domain, List<ExpectedRecord> expected) {
        return gate.pass(() -> Uni.combine()
                .all()
                .unis(records(domain, expected), nameservers(domain))
                .with(Seen::new));
    }

    private Uni<List<String>> nameservers(DomainName domain) {
        return dns.lookup(new Question(domain.value(), RrType.NS))
                .map(lookup -> lookup.records().stream().sorted().toList());
    }

    private Uni<List<RecordCheck>> records(DomainName domain, List<ExpectedRecord> expected) {
        return Uni.join()
                .all(expected.stream().map(each -> glance(domain, each)).toList())
                .andFailFast();
    }

    private Uni<RecordCheck> glance(DomainName domain, ExpectedRecord expected) {
        return switch (expected.purpose()) {
            case DKIM -> dkim(domain, expected);
            case DMARC -> Dmarc.glance(dns, domain, expected);
            case SPF -> texts(expected).map(texts -> Spf.glance(expected, texts));
            case OWNERSHIP -> texts(expected).map(texts -> Ownership.glance(expected, texts));
        };
    }

    private Uni<RecordCheck> dkim(DomainName domain, ExpectedRecord expected) {
        Uni<Lookup> cname = dns.lookup(new Question(expected.name(), RrType.CNAME));
        Uni<Trail> key = keys.at(OwnerName.canonical(expected.value()));
        return Uni.combine()
                .all()
                .unis(cname, key)
                .with((target, trail) -> Dkim.glance(domain, expected, target, trail));
    }

    private Uni<Lookup> texts(ExpectedRecord expected) {
        return dns.lookup(new Question(expected.name(), RrType.TXT));
    }
}
