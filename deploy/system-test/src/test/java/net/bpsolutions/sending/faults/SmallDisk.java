package net.bpsolutions.sending.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A disk in memory that can be filled to its last octet, seen by those processes only that are started in it (util-linux:
 * {@code unshare}, {@code nsenter}). It lasts as long as this object, whoever dies on it.
 */
final class SmallDisk implements AutoCloseable {

    private static final String SIZE = "300m";

    private final Path folder;
    private final Process holder;

    /** @param folder where it is mounted, there already */
    SmallDisk(Path folder) throws IOException {
        this.folder = folder;
        this.holder = new ProcessBuilder(
                        "unshare",
                        "--user",
                        "--map-root-user",
                        "--mount",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=" + SIZE + ",mode=0777 tmpfs \"$0\" && echo mounted && exec cat",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader said = holder.inputReader();
        String first = said.readLine();
        if (!"mounted".equals(first)) {
            throw new IOException("a small disk needs unshare and the right to mount in a namespace: " + first);
        }
    }

    /** The same command, run where the disk is seen. */
    List<String> seenBy(List<String> command) {
        return Stream.concat(
                        Stream.of(
                                "nsenter",
                                "--target",
                                Long.toString(holder.pid()),
                                "--user",
                                "--mount",
                                "--preserve-credentials",
                                "--wd=" + Path.of("").toAbsolutePath()),
                        command.stream())
                .toList();
    }

    /** The same file, as others see it. */
    Path outside(Path file) {
        return Path.of("/proc", Long.toString(holder.pid()), "root", file.toString());
    }

    /** Until nothing more goes in. */
    void fill() {
        run("cat /dev/zero > \"$0/filler\"");
    }

    void free() {
        run("rm \"$0/filler\"");
    }

    private void run(String script) {
        try {
            new ProcessBuilder(seenBy(List.of("sh", "-c", script, folder.toString())))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        holder.destroyForcibly();
    }
}
