package net.bpsolutions.sending.local.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A small process that outlives the launcher by a moment and stops what a killed launcher leaves behind. */
final class Watchdog implements Restartable {

    private final DataFolder data;
    private @Nullable Process process;

    Watchdog(DataFolder data) {
        this.data = data;
    }

    @Override
    public String name() {
        return "watchdog";
    }

    /** Its standard input is a pipe from this process and is kept open: that is all it watches. */
    @Override
    public ProcessHandle start() {
        try {
            process = new ProcessBuilder(
                            "sh", "-c", script(), "watchdog", data.path().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(data.logOf(name()).toFile()))
                    .start();
            return process.toHandle();
        } catch (IOException e) {
            throw new UncheckedIOException("The watchdog cannot be started.", e);
        }
    }

    private static String script() throws IOException {
        try (InputStream script = Objects.requireNonNull(Watchdog.class.getResourceAsStream("watchdog.sh"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
