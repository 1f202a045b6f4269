package net.bpsolutions.sending.local.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where everything that survives a restart is kept, held by one launcher at a time. */
final class DataFolder {

    private static final long LEAST_FREE_BYTES = 300L << 20;

    private final Path path;
    /** Never released: the system does that at the end of this process, however it ends. */
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder when it is absent and takes it.
     *
     * @throws CannotStartException when it cannot be written, is full, or another launcher has it
     */
    static DataFolder take(Path path) {
        if (path.toString().contains(",")) {
            // Kafka takes a list of folders.
            throw new CannotStartException(
                    "The data folder " + path + " has a comma in its name; set LOCAL_DATA to another folder.");
        }
        try {
            Files.createDirectories(path.resolve("logs"));
            Files.createDirectories(path.resolve("pids"));
            requireSpace(path);
            return new DataFolder(path, lock(path));
        } catch (IOException e) {
            throw new CannotStartException("The data folder " + path + " cannot be written (" + reason(e)
                    + "); make it writable or set LOCAL_DATA to another folder.");
        }
    }

    private static void requireSpace(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new CannotStartException("The disk of the data folder " + path + " is full (" + (free >> 20)
                    + " MiB free, " + (LEAST_FREE_BYTES >> 20)
                    + " MiB needed); make room or set LOCAL_DATA to another folder.");
        }
    }

    private static FileLock lock(Path path) throws IOException {
        Path file = path.resolve("launcher.lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new CannotStartException("The system already runs on the data folder " + path
                    + "; stop it there, or set LOCAL_DATA (and other ports) for a second one.");
        }
        return lock;
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "a file is in its place";
            case FileSystemException known when known.getReason() != null -> known.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    Path path() {
        return path;
    }

    Path of(String name) {
        return path.resolve(name);
    }

    Path logOf(String part) {
        return path.resolve("logs").resolve(part + ".log");
    }

    boolean isHeld() {
        return lock.isValid();
    }
}
