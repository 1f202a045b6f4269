package net.bpsolutions.sending.registry.entry;

import static java.util.stream.Collectors.toUnmodifiableSet;

import de.malkusch.whoisServerList.publicSuffixList.PublicSuffixList;
import de.malkusch.whoisServerList.publicSuffixList.PublicSuffixListFactory;
import de.malkusch.whoisServerList.publicSuffixList.rule.Rule;
import jakarta.inject.Singleton;
import java.net.IDN;
import java.util.Set;

/** Names under which strangers register (publicsuffix.org, ICANN and private sections). */
@Singleton
class PublicSuffixes {

    private final PublicSuffixList list = new PublicSuffixListFactory().build();

    /** The list's last rule, {@code *}, makes a suffix of any single label; these are listed by name. */
    private final Set<String> tops = list.getRules().stream()
            .map(Rule::getPattern)
            .filter(pattern -> pattern.indexOf('.') < 0 && !pattern.equals("*"))
            .map(IDN::toASCII)
            .collect(toUnmodifiableSet());

    /** Whether {@code labels} is itself a suffix. */
    boolean lists(String labels) {
        return labels.indexOf('.') < 0 ? tops.contains(labels) : list.isPublicSuffix(labels);
    }
}
