package net.bpsolutions.sending.verifier.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.bpsolutions.sending.verifier.lookup.OwnerName;

/** Recognises who hosts a zone by the names of its servers; the known ones are data ({@code dns-hosts.txt}). */
public final class DnsHosts {

    private static final String DATA = "/dns-hosts.txt";
    private static final Pattern LINE = Pattern.compile("(?<name>[^:]*\\S): +(?<suffixes>\\S.*)");
    private static final Pattern SUFFIX = Pattern.compile("[a-z0-9*-]{1,63}(\\.[a-z0-9-]{1,63})+");

    private final List<Host> hosts;

    private record Host(String name, List<Pattern> servers) {

        boolean serves(List<String> nameservers) {
            return nameservers.stream()
                    .allMatch(server -> servers.stream()
                            .anyMatch(pattern -> pattern.matcher(server).matches()));
        }
    }

    private DnsHosts(List<Host> hosts) {
        this.hosts = hosts;
    }

    /** The hosts that come with the service. */
    public static DnsHosts known() {
        try (InputStream data = Objects.requireNonNull(DnsHosts.class.getResourceAsStream(DATA), DATA)) {
            return read(new String(data.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads lines of the form {@code Name: suffix suffix …}; the first label of a suffix may hold stars.
     *
     * @throws IllegalArgumentException when a line is not of that form, or a host is there twice
     */
    static DnsHosts read(String data) {
        List<Host> hosts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String line : data.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Host host = host(line);
            if (!names.add(host.name())) {
                throw new IllegalArgumentException("there are two lines for " + host.name());
            }
            hosts.add(host);
        }
        return new DnsHosts(hosts);
    }

    /** The host that all of {@code nameservers} belong to; nobody, when there are several. */
    public Optional<String> recognise(List<String> nameservers) {
        List<String> servers = nameservers.stream().map(OwnerName::canonical).toList();
        return servers.isEmpty()
                ? Optional.empty()
                : hosts.stream()
                        .filter(host -> host.serves(servers))
                        .map(Host::name)
                        .findFirst();
    }

    private static Host host(String line) {
        var matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not of the form 'Name: suffix suffix': " + line);
        }
        List<String> suffixes = List.of(matcher.group("suffixes").split(" +", -1));
        if (Set.copyOf(suffixes).size() < suffixes.size()
                || !suffixes.stream().allMatch(suffix -> SUFFIX.matcher(suffix).matches())) {
            throw new IllegalArgumentException("a suffix is there twice, or is none: " + line);
        }
        return new Host(
                matcher.group("name"), suffixes.stream().map(DnsHosts::pattern).toList());
    }

    /** Whole labels only: the suffix itself, and what is below it. */
    private static Pattern pattern(String suffix) {
        String literal =
                Arrays.stream(suffix.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^.]*"));
        return Pattern.compile("(.*\\.)?" + literal);
    }
}
