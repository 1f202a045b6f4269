package net.bpsolutions.sending.verifier.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Remembers whose name servers were whose: thousands of clinics have the same few. */
final class RecognisedHosts {

    private static final int MOST = 10_000;

    /** Of all names of one zone; what is longer is hardly shared by many, and what a stranger made is not kept. */
    private static final int MOST_CHARACTERS = 600;

    private final Function<List<String>, Optional<String>> recognition;
    private final Map<List<String>, Optional<String>> recognised = new ConcurrentHashMap<>();

    /**
     * Remembers nothing yet.
     *
     * @param recognition by the names of all servers of a zone, in any order
     */
    RecognisedHosts(Function<List<String>, Optional<String>> recognition) {
        this.recognition = recognition;
    }

    /** The DNS host of {@code nameservers}. */
    Optional<String> of(List<String> nameservers) {
        List<String> names = nameservers.stream().distinct().sorted().toList();
        if (names.stream().mapToInt(String::length).sum() > MOST_CHARACTERS) {
            return recognition.apply(names);
        }
        Optional<String> known = recognised.get(names);
        if (known != null) {
            return known;
        }
        if (recognised.size() >= MOST) {
            recognised.clear();
        }
        Optional<String> host = recognition.apply(names);
        recognised.put(names, host);
        return host;
    }
}
