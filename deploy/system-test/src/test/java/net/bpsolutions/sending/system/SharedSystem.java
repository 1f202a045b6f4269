package net.bpsolutions.sending.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One running system for all classes that only use it: starting one takes longer than most of what they do with it. */
final class SharedSystem {

    /** One early check by the schedule, and the next not before the tests are over; and little to wait for after a crash. */
    static final Map<String, String> SETTINGS = Map.of(
            "REGISTRY_SCHEDULE_PENDING_FIRST", "PT10S,PT2H",
            "REGISTRY_NOTICES_SETTLE", "PT2S",
            "REGISTRY_NOTICES_POLL", "1s",
            "GATEWAY_LEDGER_LEASE", "8s");

    private static @Nullable RunningSystem running;

    private SharedSystem() {}

    /** Started when it is wanted first, stopped with this JVM. */
    static synchronized RunningSystem get() {
        RunningSystem system = running;
        if (system == null) {
            RunningSystem fresh = RunningSystem.start(folder(), SETTINGS);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(fresh::close));
            running = fresh;
            system = fresh;
        }
        return system;
    }

    /** For somebody who ends it: who comes later gets another. */
    static synchronized RunningSystem take() {
        RunningSystem system = get();
        running = null;
        return system;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/system")), "run-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
