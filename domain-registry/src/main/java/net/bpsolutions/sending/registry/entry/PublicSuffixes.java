package net.bpsolutions.sending.registry.entry;

import de.malkusch.whoisServerList.publicSuffixList.PublicSuffixList;
import de.malkusch.whoisServerList.publicSuffixList.PublicSuffixListFactory;
import jakarta.inject.Singleton;

/** Names under which strangers register (publicsuffix.org, ICANN and private sections). */
@Singleton
class PublicSuffixes {

    private final PublicSuffixList list = new PublicSuffixListFactory().build();

    /** Whether {@code labels} is itself a suffix. */
    boolean lists(String labels) {
        return list.isPublicSuffix(labels);
    }
}
