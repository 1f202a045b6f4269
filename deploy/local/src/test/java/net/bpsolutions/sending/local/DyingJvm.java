package net.bpsolutions.sending.local;

import java.nio.file.Path;

/** Starts a server and dies at once, as after {@code kill -9}: without any hook. */
final class DyingJvm {

    static final int STATUS = 9;

    private DyingJvm() {}

    /** The data folder is the only argument. */
    @SuppressWarnings("resource") // Left open on purpose.
    static void main(String[] args) {
        LocalPostgres.start(Path.of(args[0]), 0);
        Runtime.getRuntime().halt(STATUS);
    }
}
