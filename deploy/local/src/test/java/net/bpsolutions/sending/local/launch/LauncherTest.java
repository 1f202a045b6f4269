package net.bpsolutions.sending.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration RECOVERY = Duration.ofMinutes(1);

    @TempDir
    Path root;

    private final Map<String, String> ports = LaunchedSystem.freePorts();

    @Test
    void startsAgainWhatDiesAndStopsInOrder() throws Exception {
        try (var system = LaunchedSystem.start(root, ports)) {
            await().atMost(START).until(system::isReady);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(system.data.resolve("token"))))
                    .isEqualTo("rw-------");
            assertRestarts(system, "mail-gateway");
            assertRestarts(system, "postgresql");
            assertSecondLauncherIsRefused();
            List<ProcessHandle> processes = system.processes();
            assertThat(processes).hasSize(5).allMatch(ProcessHandle::isAlive);

            system.launcher.destroy();

            assertThat(system.exitStatus()).isZero();
            assertThat(processes).noneMatch(ProcessHandle::isAlive);
            assertThat(system.hasEnded()).isTrue();
        }
    }

    private static void assertRestarts(LaunchedSystem system, String name) {
        long before = system.pid(name);
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(system.output()).contains(name + " was started again."));
        assertThat(system.pid(name)).isPositive().isNotEqualTo(before);
    }

    private void assertSecondLauncherIsRefused() throws Exception {
        try (var second = LaunchedSystem.start(root, LaunchedSystem.freePorts())) {
            assertThat(second.exitStatus()).isEqualTo(2);
            assertThat(second.output().lines())
                    .singleElement()
                    .asString()
                    .startsWith("The system already runs on the data folder " + root.resolve("some data"));
        }
    }

    @Test
    void leavesNothingBehindWhenKilledAndContinuesWithTheSameData() throws Exception {
        try (var system = LaunchedSystem.start(root, ports)) {
            await().atMost(START).until(system::isReady);
            List<ProcessHandle> processes = system.processes();

            system.launcher.destroyForcibly();

            await().atMost(RECOVERY).untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
            await().until(system::hasEnded);
        }
        try (var again = LaunchedSystem.start(root, ports)) {
            await().atMost(START).until(again::isReady);
        }
    }

    @Test
    void stopsWithTheProcessThatStartedIt() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "read -r _").start();
        Map<String, String> variables = new HashMap<>(ports);
        variables.put("STOP_WITH_PID", Long.toString(parent.pid()));
        try (var system = LaunchedSystem.start(root, variables)) {
            await().atMost(START).until(() -> system.pid("launcher") > 0);

            parent.destroyForcibly();

            assertThat(system.exitStatus()).isZero();
            assertThat(system.hasEnded()).isTrue();
        }
    }

    @Test
    void saysInOneSentenceWhichPortIsTakenAndHowToChangeIt() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    Map.of("RELAY_PORT", Integer.toString(other.getLocalPort())),
                    "Port " + other.getLocalPort() + ", needed for the relay stand-in, is taken by another process;"
                            + " stop that or set RELAY_PORT to another port.");
        }
    }

    @Test
    void saysInOneSentenceThatTheDataFolderCannotBeWritten() throws Exception {
        Path file = Files.createFile(root.resolve("a-file"));

        assertRefused(
                Map.of("LOCAL_DATA", file.toString()),
                "The data folder " + file + " cannot be written (Not a directory);"
                        + " make it writable or set LOCAL_DATA to another folder.");
    }

    @Test
    void saysInOneSentenceWhatIsWrongWithASetting() throws Exception {
        assertRefused(Map.of("KAFKA_PORT", "nine"), "KAFKA_PORT must be a port number from 1 to 65535, not \"nine\".");
        assertRefused(Map.of("RELAY_TLS", "yes"), "RELAY_TLS must be one of none, starttls, tls, not \"yes\".");
    }

    private void assertRefused(Map<String, String> variables, String sentence)
            throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(ports);
        all.putAll(variables);
        try (var system = LaunchedSystem.start(root, all)) {
            assertThat(system.exitStatus()).isEqualTo(2);
            assertThat(system.output().lines()).containsExactly(sentence);
        }
    }
}
