package net.bpsolutions.sending.gateway.deadletter;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** {@code dead-letters list} and {@code dead-letters replay}: what could not be read, and reading it once more. */
public final class DeadLetterCommand {

    private static final int DONE = 0;
    private static final int SOME_ARE_GONE = 1;
    private static final int NO_KAFKA = 2;
    private static final int USAGE = 64;

    private static final String HELP = """
            dead-letters list   [--topic TOPIC] [--reason REASON]
            dead-letters replay [--topic TOPIC] [--reason REASON] (--all | --at PARTITION:OFFSET)

            list prints one pointer a line, as JSON. replay puts the records they point at once more on their topic, where
            they still are: a request that was taken is not sent twice. TOPIC is send-requests unless you say
            send-cancellations, challenge-requested or dns-checked. Kafka is at KAFKA_BOOTSTRAP_SERVERS; every other
            KAFKA_* variable is a client setting, as for the service.
            Exit status: 0 done, 1 some records are gone, 2 Kafka cannot be reached, 64 usage.
            """;

    private DeadLetterCommand() {}

    /**
     * Runs it.
     *
     * @param environment where Kafka is
     * @param out for what was found
     * @return the exit status
     */
    public static int run(Map<String, String> environment, PrintStream out, String... args) {
        Optional<Selection> selection = Selection.of(List.of(args));
        if (selection.isEmpty()) {
            out.print(HELP);
            return USAGE;
        }
        try (Replay kafka = new Replay(environment)) {
            return switch (selection.get().verb()) {
                case LIST -> list(kafka, selection.get(), out);
                case REPLAY -> replay(kafka, selection.get(), out);
            };
        } catch (KafkaException away) {
            out.println("Kafka cannot be reached: " + away.getMessage());
            return NO_KAFKA;
        }
    }

    private static int list(Replay kafka, Selection selection, PrintStream out) {
        kafka.pointers(selection).forEach(pointer -> out.println(pointer.json()));
        return DONE;
    }

    private static int replay(Replay kafka, Selection selection, PrintStream out) {
        int status = DONE;
        for (Replay.Pointer pointer : kafka.pointers(selection)) {
            boolean replayed = kafka.replay(pointer);
            out.println((replayed ? "replayed " : "gone ") + pointer.topic() + " " + pointer.place());
            status = replayed ? status : SOME_ARE_GONE;
        }
        return status;
    }
}
