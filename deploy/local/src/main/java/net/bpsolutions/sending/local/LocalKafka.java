package net.bpsolutions.sending.local;

import java.nio.file.Path;
import kafka.server.KafkaRaftServer;
import net.bpsolutions.sending.local.kafka.BrokerSettings;
import net.bpsolutions.sending.local.kafka.BrokerStorage;
import net.bpsolutions.sending.local.kafka.ContractTopics;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** A Kafka broker in this JVM: one KRaft node, broker and controller at once, on loopback only. */
public final class LocalKafka implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private LocalKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker whose topics live in {@code data}: a new folder is formatted, one that was used before continues
     * where it stopped. Topics are never created by using them.
     *
     * @param port where clients connect; 0 for any free port
     * @throws PortTakenException when somebody listens there
     */
    public static LocalKafka start(Path data, int port) {
        int clientPort = Ports.claim(port, "Kafka");
        Exit.setHaltProcedure(LocalKafka::halt);
        BrokerStorage.prepare(data);
        var config = BrokerSettings.of(data, clientPort, Ports.free());
        var server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
        return new LocalKafka(server, clientPort);
    }

    /** The broker ends the whole JVM when it cannot go on; it does not have to do so in silence. */
    private static void halt(int status, @Nullable String message) {
        System.err.println("The Kafka broker cannot go on and ends this process: " + message);
        Runtime.getRuntime().halt(status);
    }

    /** What clients connect to. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** Creates every topic of the contract and the dead-letter topics that are not there yet. */
    public void createTopics() {
        ContractTopics.createAt(bootstrapServers());
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
