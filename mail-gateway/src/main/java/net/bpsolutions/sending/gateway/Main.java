package net.bpsolutions.sending.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import net.bpsolutions.sending.gateway.deadletter.DeadLetterCommand;

/** Starts the service; with {@code dead-letters} as the first argument lists or replays them and ends. */
@QuarkusMain
public final class Main {

    private Main() {}

    /**
     * The one way in.
     *
     * @param args none, or {@code dead-letters} and its arguments
     */
    public static void main(String... args) {
        if (args.length == 0) {
            Quarkus.run(args);
            return;
        }
        String[] rest = args[0].equals("dead-letters") ? Arrays.copyOfRange(args, 1, args.length) : new String[0];
        System.exit(DeadLetterCommand.run(System.getenv(), System.out, rest));
    }
}
