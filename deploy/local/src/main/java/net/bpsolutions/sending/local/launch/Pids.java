package net.bpsolutions.sending.local.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One file per process with its id in it: how people find a process, and the watchdog what to stop. */
final class Pids {

    private final Path folder;
    private final Path data;

    Pids(DataFolder data) {
        this.folder = data.of("pids");
        this.data = data.path();
    }

    void write(String name, long pid) {
        try {
            Files.writeString(folder.resolve(name), pid + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void clear() {
        for (Path file : files()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Processes of an earlier run that still live: their command lines name the data folder. */
    List<ProcessHandle> survivors() {
        return files().stream()
                .flatMap(file -> process(file).stream())
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
                .toList();
    }

    private static Optional<ProcessHandle> process(Path file) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
