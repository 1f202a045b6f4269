package net.bpsolutions.sending.verifier.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Where the report is read.
 *
 * @param colour whether to use it: never when {@code NO_COLOR} is set (no-color.org)
 * @param width of a line, in characters
 */
record Terminal(boolean colour, int width) {

    private static final int USUAL = 80;
    private static final int NARROWEST = 60;
    private static final int WIDEST = 110;

    /** The one that standard output leads to, if any; {@code measure} asks it for its width. */
    static Terminal ours(IntSupplier measure) {
        return isOutput() ? of(System.getenv(), measure) : new Terminal(false, USUAL);
    }

    static Terminal of(Map<String, String> environment, IntSupplier measure) {
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(colour, Math.clamp(measure.getAsInt(), NARROWEST, WIDEST));
    }

    /** The console counts only when input comes from it as well; Linux can be asked about output alone. */
    private static boolean isOutput() {
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
            return true;
        }
        try {
            String device = Path.of("/proc/self/fd/1").toRealPath().toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException notADevice) {
            return false;
        }
    }
}
