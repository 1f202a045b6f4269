package net.bpsolutions.sending.registry.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What records that are not right ask receivers for, as one that is: what is pasted over them is never weaker. */
final class KeptPolicy {

    private static final List<String> WORDS = List.of("none", "quarantine", "reject");
    private static final Pattern TAG = Pattern.compile(
            "(?:^|[;\\s\"])(p|sp|np)\\s*=[\\s\"]*(none|quarantine|reject)\\b", Pattern.CASE_INSENSITIVE);

    private KeptPolicy() {}

    /** The policy of the strictest, without whom it reports to; empty when none asks for more than {@code none}. */
    static Optional<String> of(List<String> found) {
        Map<String, String> strictest = Map.of();
        for (String text : found) {
            Map<String, String> policies = read(text);
            if (strictness(policies) > strictness(strictest)) {
                strictest = policies;
            }
        }
        return strictness(strictest) > 0 ? Optional.of(written(strictest)) : Optional.empty();
    }

    private static Map<String, String> read(String text) {
        Map<String, String> policies = new LinkedHashMap<>();
        Matcher tags = TAG.matcher(text);
        while (tags.find()) {
            policies.putIfAbsent(
                    tags.group(1).toLowerCase(Locale.ROOT), tags.group(2).toLowerCase(Locale.ROOT));
        }
        return policies;
    }

    /** Its own policy counts before those for subdomains. */
    private static int strictness(Map<String, String> policies) {
        int own = WORDS.indexOf(policies.getOrDefault("p", "none"));
        int below = policies.values().stream().mapToInt(WORDS::indexOf).max().orElse(0);
        return own * WORDS.size() + below;
    }

    private static String written(Map<String, String> policies) {
        List<String> tags = new ArrayList<>(List.of("v=DMARC1", "p=" + policies.getOrDefault("p", "none")));
        policies.forEach((name, word) -> {
            if (!name.equals("p")) {
                tags.add(name + "=" + word);
            }
        });
        return String.join("; ", tags);
    }
}
