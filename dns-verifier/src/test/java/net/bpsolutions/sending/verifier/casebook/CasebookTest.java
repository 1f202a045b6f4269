package net.bpsolutions.sending.verifier.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.local.ZoneServer;
import net.bpsolutions.sending.verifier.Assembly;
import net.bpsolutions.sending.verifier.VerifierConfig;
import net.bpsolutions.sending.verifier.check.CheckRequest;
import net.bpsolutions.sending.verifier.check.DomainCheck;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake as a zone file, checked as the service checks: over sockets, by both tiers. */
class CasebookTest {

    private static final Path BOOK = Path.of("src", "test", "resources", "casebook");

    /** What no zone file can bring about: servers must misbehave for it, and tests of their own see to that; or the registry says it. */
    private static final Set<FindingCode> OF_OTHERS = EnumSet.of(
            FindingCode.SERVFAIL,
            FindingCode.REFUSED,
            FindingCode.TIMEOUT,
            FindingCode.NAMESERVERS_DISAGREE,
            FindingCode.LAME_DELEGATION,
            FindingCode.DNSSEC_BOGUS,
            FindingCode.SETTLING,
            FindingCode.OLD_INSTRUCTIONS);

    private static Vertx vertx;
    private static ZoneServer dns;
    private static DomainCheck check;

    @BeforeAll
    static void start(@TempDir Path zones) throws IOException {
        for (Path file : files()) {
            Files.copy(file, zones.resolve(file.getFileName()));
        }
        List<String> complaints = new ArrayList<>();
        dns = ZoneServer.start(zones, 0, complaints::add);
        assertThat(complaints).isEmpty();
        // A Quarkus application that ran in this JVM before leaves its own behind, which cannot be loaded any more.
        Infrastructure.clearInterceptors();
        vertx = Vertx.vertx();
        check = Assembly.check(config(dns.address().getPort()), vertx, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        vertx.close();
        dns.close();
    }

    static Stream<Case> cases() {
        return files().stream()
                .filter(file -> !file.getParent().endsWith("shared"))
                .map(Case::read);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysOfEachZoneWhatItsFileSays(Case written) {
        CheckRequest request = new CheckRequest(UUID.randomUUID(), written.domain(), written.expected(), false);

        DnsChecked checked = check.check(request).await().atMost(Duration.ofSeconds(40));

        SoftAssertions softly = new SoftAssertions();
        written.expectations().forEach(expectation -> assertMet(softly, expectation, checked));
        written.arguments().forEach(argument -> assertGiven(softly, argument, checked));
        softly.assertThat(checked.records())
                .flatExtracting(RecordCheck::findings)
                .extracting(Finding::code)
                .doesNotContainAnyElementsOf(written.close());
        softly.assertAll();
    }

    @Test
    void hasForEveryCodeACaseAndACloseOneWithoutIt() {
        Set<String> fired = cases().flatMap(each -> each.expectations().stream())
                .flatMap(expectation -> expectation.findings().stream())
                .map(finding -> finding.replaceFirst("/.*", ""))
                .collect(Collectors.toSet());
        Set<String> close = cases().flatMap(each -> each.close().stream()).collect(Collectors.toSet());
        List<String> codes = EnumSet.complementOf(EnumSet.copyOf(OF_OTHERS)).stream()
                .map(FindingCode::name)
                .toList();

        assertThat(fired).containsAll(codes);
        assertThat(close).containsAll(codes);
    }

    private static void assertMet(SoftAssertions softly, Case.Expectation expectation, DnsChecked checked) {
        RecordCheck check = record(checked, expectation.record());
        List<String> findings = check.findings().stream()
                .map(finding -> finding.code() + "/" + finding.severity())
                .toList();
        softly.assertThat(check.state() + " " + findings)
                .as("%s, found %s", expectation.record(), check.found())
                .isEqualTo(expectation.state() + " " + expectation.findings());
    }

    private static void assertGiven(SoftAssertions softly, Case.Argument argument, DnsChecked checked) {
        boolean part = argument.key().startsWith("~");
        String key = argument.key().replaceFirst("^~", "");
        String value = record(checked, argument.record()).findings().stream()
                .filter(finding -> finding.code().equals(argument.code()))
                .map(finding -> finding.args().get(key))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("(none)");
        if (part) {
            softly.assertThat(value).as("%s %s", argument.code(), key).contains(argument.value());
        } else {
            softly.assertThat(value).as("%s %s", argument.code(), key).isEqualTo(argument.value());
        }
    }

    private static RecordCheck record(DnsChecked checked, String name) {
        return checked.records().get(Case.index(name));
    }

    private static List<Path> files() {
        try (Stream<Path> tree = Files.walk(BOOK)) {
            return tree.filter(file -> file.toString().endsWith(".zone"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VerifierConfig config(int port) {
        Map<String, String> properties =
                Map.of("verifier.resolvers", "127.0.0.1:" + port, "verifier.authoritative-port", String.valueOf(port));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .withMapping(VerifierConfig.class)
                .build()
                .getConfigMapping(VerifierConfig.class);
    }
}
