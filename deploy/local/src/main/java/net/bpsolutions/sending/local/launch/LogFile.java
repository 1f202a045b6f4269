package net.bpsolutions.sending.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A log that goes on over restarts, but not for ever. */
final class LogFile {

    private static final long LARGEST = 10L << 20;

    private LogFile() {}

    /** Puts a large log aside, in the place of the one put aside before. */
    static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
