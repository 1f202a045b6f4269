package net.bpsolutions.sending.registry.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.bpsolutions.sending.registry.RegistryConfig;
import org.jboss.logging.Logger;

/**
 * Names under which strangers register (publicsuffix.org). The list is the one that came with the build, or a file that is
 * read again whenever it changes; while the file cannot be used, the last good list holds.
 */
@Singleton
class PublicSuffixes {

    private static final Logger LOG = Logger.getLogger(PublicSuffixes.class);
    private static final String SHIPPED = "/effective_tld_names.dat";

    private final Optional<Path> file;
    private volatile SuffixRules rules = shipped();
    private volatile String seen = "";

    PublicSuffixes(RegistryConfig config) {
        this.file = config.entry().publicSuffixList();
        refresh();
    }

    /** Whether {@code labels} is itself a suffix. */
    boolean lists(String labels) {
        return rules.lists(labels);
    }

    @Scheduled(
            identity = "public-suffixes",
            every = "${registry.entry.refresh:1m}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        file.ifPresent(this::readWhenChanged);
    }

    private void readWhenChanged(Path list) {
        String now = fingerprint(list);
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try (Stream<String> lines = Files.lines(list)) {
            rules = SuffixRules.read(lines);
            LOG.infof("the public suffix list %s is in force", list);
        } catch (IOException | UncheckedIOException | IllegalArgumentException unusable) {
            LOG.errorf("the public suffix list %s cannot be used, the last good one holds: %s", list, unusable);
        }
    }

    /** A mounted ConfigMap changes by a link, which keeps neither time nor place. */
    private static String fingerprint(Path list) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(list, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + list.toRealPath();
        } catch (IOException missing) {
            return "missing";
        }
    }

    private static SuffixRules shipped() {
        try (InputStream list = Objects.requireNonNull(PublicSuffixes.class.getResourceAsStream(SHIPPED), SHIPPED);
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, UTF_8))) {
            return SuffixRules.read(lines.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
