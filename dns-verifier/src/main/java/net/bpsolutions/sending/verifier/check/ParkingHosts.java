package net.bpsolutions.sending.verifier.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.bpsolutions.sending.verifier.lookup.OwnerName;

/** Knows the name servers that only ever show an advertisement; they are data ({@code parking-hosts.txt}). */
final class ParkingHosts {

    private static final String DATA = "/parking-hosts.txt";

    private final List<String> domains;

    private ParkingHosts(List<String> domains) {
        this.domains = domains;
    }

    /** Those that come with the service. */
    static ParkingHosts known() {
        try (InputStream data = Objects.requireNonNull(ParkingHosts.class.getResourceAsStream(DATA), DATA)) {
            return new ParkingHosts(new String(data.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether all of {@code nameservers} belong to parking services; one that does not may hold records. */
    boolean park(List<String> nameservers) {
        return !nameservers.isEmpty()
                && nameservers.stream()
                        .allMatch(name -> domains.stream().anyMatch(domain -> OwnerName.isWithin(name, domain)));
    }
}
