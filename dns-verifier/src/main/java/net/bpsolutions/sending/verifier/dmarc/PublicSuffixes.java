package net.bpsolutions.sending.verifier.dmarc;

import de.malkusch.whoisServerList.publicSuffixList.PublicSuffixList;
import de.malkusch.whoisServerList.publicSuffixList.PublicSuffixListFactory;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.Optional;
import net.bpsolutions.sending.verifier.lookup.Remembered;

/** The organizational domain as RFC 7489 §3.2 had it: one label below a public suffix (publicsuffix.org). */
final class PublicSuffixes {

    private static final Uni<PublicSuffixes> KNOWN = Remembered.of(() -> Uni.createFrom()
            .item(() -> new PublicSuffixes(new PublicSuffixListFactory().build()))
            .runSubscriptionOn(Infrastructure.getDefaultExecutor()));

    private final PublicSuffixList list;

    private PublicSuffixes(PublicSuffixList list) {
        this.list = list;
    }

    /** The list that comes with the service; read once, when it is first needed, and not on the event loop. */
    static Uni<PublicSuffixes> known() {
        return KNOWN;
    }

    /** The organizational domain; a suffix is its own. */
    String organizational(String domain) {
        return Optional.ofNullable(list.getRegistrableDomain(domain)).orElse(domain);
    }

    boolean contains(String domain) {
        return list.isPublicSuffix(domain);
    }
}
