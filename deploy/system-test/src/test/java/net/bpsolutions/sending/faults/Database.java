package net.bpsolutions.sending.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The database that can be hurt, on a small disk if wanted. */
final class Database implements AutoCloseable {

    private final Path data;
    private final int port;
    private final Optional<SmallDisk> disk;
    private final Part process;

    Database(Path folder, int port, boolean small) throws IOException {
        Path home = Files.createDirectories(folder.resolve("database"));
        this.data = home.resolve("postgres");
        this.port = port;
        this.disk = small ? Optional.of(new SmallDisk(home)) : Optional.empty();
        var command = Part.java(DatabaseProcess.class, data, port);
        this.process = new Part(
                disk.map(own -> own.seenBy(command)).orElse(command), Map.of(), folder.resolve("postgres.log"));
    }

    int port() {
        return port;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/sending?user=sending&password=sending";
    }

    /** As after a power cut. */
    void kill() {
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
        process.kill();
    }

    void start() {
        process.start();
        awaitReady();
    }

    void stop() {
        process.stop();
    }

    /** To every process of it, so that nothing answers and nothing is refused. */
    void signal(String name) {
        postmaster().ifPresent(first -> Part.signal(name, Stream.concat(Stream.of(first), first.descendants())));
    }

    /** Its small disk takes nothing more. */
    void fillDisk() {
        disk.orElseThrow().fill();
    }

    /** There is room again; what ended for want of it is started again. */
    void freeDisk() {
        disk.orElseThrow().free();
        if (!answers()) {
            kill();
            start();
        }
    }

    void awaitReady() {
        await().atMost(Duration.ofMinutes(1)).until(this::answers);
    }

    private boolean answers() {
        try {
            DriverManager.getConnection(jdbcUrl()).close();
            return true;
        } catch (java.sql.SQLException notYet) {
            return false;
        }
    }

    private Optional<ProcessHandle> postmaster() {
        Path file = data.resolve("postmaster.pid");
        try {
            String pid = Files.readAllLines(disk.map(own -> own.outside(file)).orElse(file))
                    .getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip()));
        } catch (java.nio.file.NoSuchFileException ended) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.stop();
        disk.ifPresent(SmallDisk::close);
    }
}
