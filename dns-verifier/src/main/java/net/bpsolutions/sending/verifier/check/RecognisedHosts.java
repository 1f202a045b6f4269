package net.bpsolutions.sending.verifier.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers whose name servers were whose: thousands of clinics have the same few. */
final class RecognisedHosts {

    private static final int MOST = 10_000;

    private final DnsHosts hosts;
    private final Map<List<String>, Optional<String>> recognised = new ConcurrentHashMap<>();

    RecognisedHosts(DnsHosts hosts) {
        this.hosts = hosts;
    }

    /** The DNS host of {@code nameservers}. */
    Optional<String> of(List<String> nameservers) {
        Optional<String> known = recognised.get(nameservers);
        if (known != null) {
            return known;
        }
        if (recognised.size() >= MOST) {
            recognised.clear();
        }
        Optional<String> host = hosts.recognise(nameservers);
        recognised.put(List.copyOf(nameservers), host);
        return host;
    }
}
