package net.bpsolutions.sending.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** How the whole system starts and ends: no orphan is left, and what was there is there again. */
@Order(Integer.MAX_VALUE)
class LauncherTest {

    @Test
    void leavesNothingBehindAndContinuesWithTheSameData() throws IOException {
        RunningSystem system = SharedSystem.take();
        List<ProcessHandle> first = children(system);
        String resource = new World(system).registered("clinic-restart", "restart-clinic.com");

        system.close();
        await().atMost(Duration.ofSeconds(30)).until(() -> first.stream().noneMatch(ProcessHandle::isAlive));
        system.startAgain();
        List<ProcessHandle> second = children(system);
        int status = new World(system).registry.get(resource).status();
        system.launcher().destroyForcibly();

        await().atMost(Duration.ofSeconds(60)).until(() -> second.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(status).isEqualTo(200);
    }

    private static List<ProcessHandle> children(RunningSystem system) throws IOException {
        try (Stream<Path> pids = Files.list(system.data().resolve("pids"))) {
            List<ProcessHandle> processes = pids.map(file -> file.getFileName().toString())
                    .map(system::process)
                    .toList();
            assertThat(processes).hasSizeGreaterThanOrEqualTo(RunningSystem.SERVICES.size());
            return processes;
        }
    }
}
