package net.bpsolutions.sending.verifier.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
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
            good.example not_a_domain,   64
            jane@good.example,           64
            --frobnicate good.example,   64
            --server x good.example,     64
            --authoritative-port 0 a.b,  64
            -,                           64
            ' ',                         64
            --help,                      0
            --version,                   0
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
        assertThat(run("", "swapped.example").output())
                .contains("WRONG", "point to each other's target", "To paste   dkim1.mandrillapp.com")
                .contains("SELECTORS_SWAPPED", "1 of 4 as expected; fix DKIM first.")
                .doesNotContain("\u001b");
    }

    @Test
    void goesOnAfterALineThatIsNoDomain() {
        Outcome outcome = run("jane@good.example\r\n# a clinic\r\ngood.example\r\n", "--json", "-");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.output().lines()).hasSize(1);
        assertThat(outcome.complaints()).contains("Line 1:", "mail address", "probably good.example");
    }

    @Test
    void prefersWhatIsWrongToWhatCouldNotBeChecked() {
        assertThat(run("not_a_domain\nempty.example\n", "-").status()).isEqualTo(1);
    }

    @Test
    void saysNothingOnStandardOutputWhenUsedWrongly() {
        Outcome outcome = run("", "--jsn", "good.example");

        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.complaints()).contains("--jsn", "Did you mean --json?", "--help");
    }

    @Test
    void answersBeforeTheListEnds() throws IOException {
        Process process = start("--json", "-");
        try (OutputStream input = process.getOutputStream();
                BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            input.write("good.example\n".getBytes(StandardCharsets.UTF_8));
            input.flush();

            assertThat(output.readLine()).contains("\"domain\":\"good.example\"");
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroy();
        }
    }

    @Test
    void endsQuietlyWhenNobodyReads() throws IOException {
        Process process = start("--json", "-");
        try (OutputStream input = process.getOutputStream();
                BufferedReader complaints = process.errorReader(StandardCharsets.UTF_8)) {
            process.getInputStream().close();
            input.write("good.example\n".getBytes(StandardCharsets.UTF_8));
            input.flush();

            assertThat(complaints.readLine()).isNull();
            await().untilAsserted(() -> assertThat(process.isAlive()).isFalse());
            assertThat(process.exitValue()).isEqualTo(141);
        } finally {
            process.destroy();
        }
    }

    private record Outcome(int status, String output, String complaints) {}

    /** In a process of its own, as people run it: the status and all of standard output are what they get. */
    private static Outcome run(String input, String... arguments) {
        try {
            Process process = start(arguments);
            try (OutputStream standardInput = process.getOutputStream()) {
                standardInput.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException alreadyEnded) {
                // What is wrong with the arguments shows before standard input is read.
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String complaints = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output, complaints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process start(String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Stream<String> jvm = Stream.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Dslf4j.internal.verbosity=ERROR", // the test's class path has two providers, and the jar has one
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "check");
        return new ProcessBuilder(Stream.concat(jvm, withServer(arguments)).toList()).start();
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
