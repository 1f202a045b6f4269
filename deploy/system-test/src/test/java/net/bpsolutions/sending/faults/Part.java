package net.bpsolutions.sending.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that can be killed, paused, and started again as it was. */
final class Part implements AutoCloseable {

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    Part(List<String> command, Map<String, String> environment, Path log) {
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.process = started();
    }

    /** A class of these tests in a JVM of its own, with all that the local system has. */
    static List<String> java(Class<?> main, Path data, int port) {
        Path classes = Path.of(URI.create(
                main.getProtectionDomain().getCodeSource().getLocation().toString()));
        Path local = Stage.REPOSITORY.resolve("deploy/local/target/local.jar");
        return List.of(
                Stage.JAVA,
                "-Xmx300m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes + File.pathSeparator + local,
                main.getName(),
                data.toString(),
                Integer.toString(port));
    }

    private Process started() {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    void start() {
        process = started();
    }

    void kill() {
        process.destroyForcibly();
        ended();
    }

    /** As Kubernetes stops a pod; how long it took. Killed when it does not listen. */
    Duration stop() {
        long begun = System.nanoTime();
        process.destroy();
        if (!ended()) {
            kill();
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private boolean ended() {
        try {
            return process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void pause() {
        signal("STOP", Stream.of(process.toHandle()));
    }

    void resume() {
        signal("CONT", Stream.of(process.toHandle()));
    }

    static void signal(String name, Stream<ProcessHandle> processes) {
        processes.forEach(one -> {
            try {
                new ProcessBuilder("kill", "-" + name, Long.toString(one.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        resume();
        kill();
    }
}
