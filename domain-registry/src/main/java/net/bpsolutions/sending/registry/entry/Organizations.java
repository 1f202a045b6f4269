package net.bpsolutions.sending.registry.entry;

import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.events.DomainName;

/** Finds the name that somebody registered; a zone begins there, as a rule. */
@ApplicationScoped
public class Organizations {

    private final PublicSuffixes suffixes;

    Organizations(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
    }

    /** The label below the longest public suffix, and that suffix; the domain itself when there is none. */
    public DomainName of(DomainName domain) {
        String name = domain.value();
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.')) {
            String parent = name.substring(dot + 1);
            if (suffixes.lists(parent)) {
                return new DomainName(name);
            }
            name = parent;
        }
        return domain;
    }
}
