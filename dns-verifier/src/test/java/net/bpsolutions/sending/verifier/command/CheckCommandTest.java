package net.bpsolutions.sending.verifier.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.bpsolutions.sending.local.ZoneServer;
import net.bpsolutions.sending.verifier.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {

    private static ZoneServer dns;

    @BeforeAll
    static void start() {
        dns = ZoneServer.start(Path.of("src", "test", "resources", "zones"), 0);
    }

    @AfterAll
    static void stop() {
        dns.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            good.example,                0
            empty.example,               1
            swapped.example,             1
            good.example empty.example,  1
            not_a_domain,                64
            --frobnicate good.example,   64
            ' ',                         64
            """)
    void tellsByItsExitStatus(String arguments, int status) {
        assertThat(run("", arguments.strip().split(" +")).status()).isEqualTo(status);
    }

    @Test
    void saysThatItCouldNotCheck() {
        Outcome outcome = run("", "--server", "127.0.0.1:9", "--json", "good.example");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.output()).contains("\"state\":\"UNKNOWN\"").contains("\"TIMEOUT\"");
    }

    @Test
    void answersInTheOrderOfTheInput() {
        Outcome outcome = run("swapped.example\n\ngood.example\n", "--json", "empty.example", "-");

        assertThat(outcome.output().lines().map(line -> line.replaceFirst(".*\"domain\":\"([^\"]*)\".*", "$1")))
                .containsExactly("empty.example", "swapped.example", "good.example");
    }

    @Test
    void namesTheMistakeForPeople() {
        assertThat(run("", "swapped.example").output()).contains("WRONG", "SELECTORS_SWAPPED", "dkim2.mandrillapp.com");
    }

    private record Outcome(int status, String output) {}

    /** In a process of its own, as people run it: the status and all of standard output are what they get. */
    private static Outcome run(String input, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Stream<String> jvm =
                Stream.of(java, "-cp", System.getProperty("java.class.path"), Main.class.getName(), "check");
        try {
            Process process = new ProcessBuilder(
                            Stream.concat(jvm, withServer(arguments)).toList())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream standardInput = process.getOutputStream()) {
                standardInput.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> withServer(String... arguments) {
        String port = String.valueOf(dns.address().getPort());
        Stream<String> server = Stream.of(arguments).anyMatch("--server"::equals)
                ? Stream.of()
                : Stream.of("--server", "127.0.0.1:" + port);
        return Stream.of(
                        Stream.of("--authoritative-port", port),
                        server,
                        Stream.of(arguments).filter(each -> !each.isEmpty()))
                .flatMap(part -> part);
    }
}
