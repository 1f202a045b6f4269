package net.bpsolutions.sending.verifier.quicklook;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.lookup.Dns;

/** The first tier. Its OK is a verdict; whatever else it says only means that somebody has to look properly. */
public final class QuickLook {

    private static final Duration KEY_AGE = Duration.ofSeconds(10);
    private static final Duration NEIGHBOUR_AGE = Duration.ofMinutes(1);

    private final Asking asking;
    private final VendorKeys keys;
    private final Neighbours neighbours;
    private final KnownTexts texts = new KnownTexts();

    /**
     * For any number of domains.
     *
     * @param asking fast, of the configured resolvers, and bounded in what is under way
     * @param thorough for the vendor's keys, and what SPF records lead to
     */
    public QuickLook(Asking asking, Dns thorough, Clock clock) {
        this.asking = asking;
        this.keys = new VendorKeys(thorough, clock, KEY_AGE);
        this.neighbours = new Neighbours(thorough, clock, NEIGHBOUR_AGE);
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
        return Uni.createFrom()
                .emitter(emitter -> new Glance(domain, expected, new Glance.Memory(keys, neighbours, texts), emitter)
                        .start(asking, patience));
    }
}
