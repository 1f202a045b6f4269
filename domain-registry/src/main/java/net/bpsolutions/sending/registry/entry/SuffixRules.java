package net.bpsolutions.sending.registry.entry;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules of a public suffix list, ICANN and private sections alike, as A-labels.
 *
 * @param exact names that are suffixes
 * @param wildcards names below which every name is a suffix
 * @param exceptions names below a wildcard that are none
 */
record SuffixRules(Set<String> exact, Set<String> wildcards, Set<String> exceptions) {

    /** The published list has some ten thousand. */
    private static final int FEWEST = 1000;

    private static final String WILDCARD = "*.";

    SuffixRules {
        exact = Set.copyOf(exact);
        wildcards = Set.copyOf(wildcards);
        exceptions = Set.copyOf(exceptions);
    }

    /**
     * Reads a list as published at publicsuffix.org.
     *
     * @throws IllegalArgumentException when it is none, or only a part of one
     */
    static SuffixRules read(Stream<String> lines) {
        Set<String> exact = new HashSet<>();
        Set<String> wildcards = new HashSet<>();
        Set<String> exceptions = new HashSet<>();
        lines.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .map(line -> line.split("\\s", 2)[0])
                .forEach(rule -> {
                    if (rule.startsWith("!")) {
                        ascii(rule.substring(1)).ifPresent(exceptions::add);
                    } else if (rule.startsWith(WILDCARD)) {
                        ascii(rule.substring(WILDCARD.length())).ifPresent(wildcards::add);
                    } else {
                        ascii(rule).ifPresent(exact::add);
                    }
                });
        if (exact.size() < FEWEST || !exact.contains("com")) {
            throw new IllegalArgumentException("not a whole public suffix list: " + exact.size() + " rules");
        }
        return new SuffixRules(exact, wildcards, exceptions);
    }

    /** Whether {@code labels} is itself a suffix. */
    boolean lists(String labels) {
        int dot = labels.indexOf('.');
        return exact.contains(labels)
                || (dot > 0 && wildcards.contains(labels.substring(dot + 1)) && !exceptions.contains(labels));
    }

    /** A rule that UTS 46 cannot spell matches no domain that gets here. */
    private static Optional<String> ascii(String name) {
        return Spelling.labels(name);
    }
}
