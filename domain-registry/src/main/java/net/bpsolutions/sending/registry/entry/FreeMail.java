package net.bpsolutions.sending.registry.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.RegistryConfig;

/** Domains where anybody can have a mailbox: the shipped list, with the operator's additions and exceptions. */
@Singleton
public class FreeMail {

    private static final String LIST = "free-mail-domains.txt";

    private final Set<String> domains;

    FreeMail(RegistryConfig config) {
        Set<String> listed = new HashSet<>(shipped());
        config.entry().freeMailAdditions().ifPresent(listed::addAll);
        config.entry().freeMailExceptions().ifPresent(listed::removeAll);
        this.domains = Set.copyOf(listed);
    }

    /** Whether {@code domain}, or a domain above it, is on the list. */
    public boolean lists(DomainName domain) {
        for (String name = domain.value(); name.indexOf('.') > 0; name = name.substring(name.indexOf('.') + 1)) {
            if (domains.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> shipped() {
        try (InputStream list = Objects.requireNonNull(FreeMail.class.getResourceAsStream("/" + LIST), LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
