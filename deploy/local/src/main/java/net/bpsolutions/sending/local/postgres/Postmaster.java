package net.bpsolutions.sending.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The server's first process, known by the {@code postmaster.pid} it keeps in its data folder. */
public final class Postmaster {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Postmaster() {}

    /** The process that serves {@code data}, if one does. */
    public static Optional<ProcessHandle> of(Path data) {
        return recordedPid(data).flatMap(ProcessHandle::of).filter(process -> serves(process, data));
    }

    /** Stops a server that outlived the JVM which started it, and whatever it left behind. */
    public static void stopOrphan(Path data) {
        List<ProcessHandle> orphans =
                Stream.concat(of(data).stream(), workersIn(data)).distinct().toList();
        orphans.forEach(Postmaster::interrupt);
        orphans.forEach(Postmaster::awaitEnd);
    }

    /** The fast shutdown: SIGTERM would wait for every client to leave. */
    private static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        } catch (IOException e) {
            process.destroy();
        }
    }

    private static Optional<Long> recordedPid(Path data) {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid")).stream()
                    .findFirst()
                    .map(String::strip)
                    .map(Long::valueOf);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A pid is used again some day: without the data folder on its command line the process is somebody else's. */
    private static boolean serves(ProcessHandle process, Path data) {
        return process.isAlive()
                && process.info()
                        .commandLine()
                        .map(line -> line.contains(data.toAbsolutePath().toString()))
                        .orElse(false);
    }

    /** Linux only: after a {@code kill -9} of the first process its workers hold the shared memory a little longer. */
    private static Stream<ProcessHandle> workersIn(Path data) {
        if (!Files.exists(data) || !Files.isDirectory(Path.of("/proc/self"))) {
            return Stream.empty();
        }
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self)
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .filter(process -> worksIn(process, data));
    }

    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), data);
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits for the end of a process that was told to stop; one that does not listen is killed. */
    public static void awaitEnd(ProcessHandle process) {
        try {
            ended(process);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        }
    }

    private static void ended(ProcessHandle process) throws TimeoutException {
        CompletableFuture<ProcessHandle> exit = process.onExit();
        try {
            exit.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
