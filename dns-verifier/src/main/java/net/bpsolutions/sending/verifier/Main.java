package net.bpsolutions.sending.verifier;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import net.bpsolutions.sending.verifier.command.CheckCommand;

/** Starts the service; with {@code check} as the first argument checks domains and ends, without starting anything. */
@QuarkusMain
public final class Main {

    private Main() {}

    /**
     * The one way in.
     *
     * @param args none, or {@code check} and its arguments
     */
    public static void main(String... args) {
        if (args.length == 0) {
            Quarkus.run(args);
            return;
        }
        System.exit(
                args[0].equals("check")
                        ? CheckCommand.run(Arrays.copyOfRange(args, 1, args.length))
                        : CheckCommand.usage(args));
    }
}
