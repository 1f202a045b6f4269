package net.bpsolutions.sending.faults;

import java.nio.file.Path;
import net.bpsolutions.sending.local.LocalPostgres;

/** Starts a database and stops it with itself. */
final class DatabaseProcess {

    private DatabaseProcess() {}

    /** Runs until it is told to end; the arguments are the data folder and the port. */
    public static void main(String... args) throws Exception {
        LocalPostgres postgres = LocalPostgres.start(Path.of(args[0]), Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(postgres::close));
        // Ends with whoever started it.
        while (System.in.read() >= 0) {}
    }
}
