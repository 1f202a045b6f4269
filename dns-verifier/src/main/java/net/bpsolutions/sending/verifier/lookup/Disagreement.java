package net.bpsolutions.sending.verifier.lookup;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The detail of {@link Reason#NAMESERVERS_DISAGREE}, {@code ns1.example.com: a | b; ns2.example.com: nothing}. */
public final class Disagreement {

    private static final int LONGEST = 120;
    private static final String BETWEEN = "; ";
    private static final String SAYS = ": ";

    private Disagreement() {}

    /**
     * In words.
     *
     * @param statements what each server holds, by its name; nothing when there is no such record
     */
    public static String among(Map<String, Set<String>> statements) {
        return new TreeMap<>(statements)
                .entrySet().stream()
                        .map(each -> each.getKey() + SAYS + shown(each.getValue()))
                        .collect(Collectors.joining(BETWEEN));
    }

    /** The servers alone. */
    public static String servers(String detail) {
        return Arrays.stream(detail.split(BETWEEN, -1))
                .map(statement -> statement.split(SAYS, 2)[0])
                .collect(Collectors.joining(", "));
    }

    private static String shown(Set<String> records) {
        String all =
                records.stream().sorted().collect(Collectors.joining(" | ")).replace(BETWEEN, ";");
        if (all.isEmpty()) {
            return "nothing";
        }
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "…";
    }
}
