package net.bpsolutions.sending.verifier.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises who hosts a zone by the names of its servers; the known ones are data ({@code dns-hosts.txt}). */
public final class DnsHosts {

    private static final String DATA = "/dns-hosts.txt";

    private final List<Host> hosts;

    private record Host(Pattern nameserver, String name) {}

    private DnsHosts(List<Host> hosts) {
        this.hosts = hosts;
    }

    /** The hosts that come with the service. */
    public static DnsHosts known() {
        try (InputStream data = Objects.requireNonNull(DnsHosts.class.getResourceAsStream(DATA), DATA)) {
            List<Host> hosts = new ArrayList<>();
            new String(data.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 2))
                    .forEach(parts -> hosts.add(new Host(Pattern.compile(parts[0]), parts[1])));
            return new DnsHosts(hosts);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The host that all of {@code nameservers} belong to. */
    public Optional<String> recognise(List<String> nameservers) {
        return hosts.stream()
                .filter(host -> !nameservers.isEmpty()
                        && nameservers.stream()
                                .allMatch(
                                        name -> host.nameserver().matcher(name).matches()))
                .map(Host::name)
                .findFirst();
    }
}
