package net.bpsolutions.sending.faults;

import java.nio.file.Path;
import net.bpsolutions.sending.local.LocalKafka;

/** A broker in a JVM of its own, so that it can be killed. */
final class BrokerProcess {

    private BrokerProcess() {}

    /** Runs until standard input ends; the arguments are the data folder and the port. */
    public static void main(String... args) throws Exception {
        LocalKafka kafka = LocalKafka.start(Path.of(args[0]), Integer.parseInt(args[1]));
        kafka.createTopics();
        System.out.println("broker is ready");
        // Ends with whoever started it.
        while (System.in.read() >= 0) {}
        kafka.close();
    }
}
