package net.bpsolutions.sending.local;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bpsolutions.sending.local.launch.CannotStartException;
import net.bpsolutions.sending.local.launch.Launcher;

/** The command behind {@code make run}. */
public final class Main {

    private static final int FAILED = 1;
    private static final int CANNOT_START = 2;

    private Main() {}

    /** Takes no arguments: everything is set by environment variables. */
    public static void main(String[] args) {
        System.exit(status());
    }

    private static int status() {
        try {
            return Launcher.run(System.getenv(), root());
        } catch (CannotStartException e) {
            System.err.println(e.sentence());
            return CANNOT_START;
        } catch (Throwable e) {
            // Whatever threads still run are not to keep this process: the watchdog stops the rest once it is gone.
            System.err.println("The launcher ended unexpectedly: " + e);
            Runtime.getRuntime().halt(FAILED);
            return FAILED;
        }
    }

    /** The folder of the whole project: above this program, and holding the zone files. */
    private static Path root() {
        Path folder = here();
        while (!Files.isDirectory(folder.resolve("deploy/local/zones"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new CannotStartException("This program must stay in its project: it needs what lies beside it.");
            }
        }
        return folder;
    }

    private static Path here() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
