package net.bpsolutions.sending.local.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;

/** One node that is broker and controller, small enough for a laptop. */
public final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private BrokerSettings() {}

    /**
     * The controller's port may differ from start to start: the quorum is known by node id, its address comes from here.
     */
    public static KafkaConfig of(Path data, int clientPort, int controllerPort) {
        var props = new HashMap<String, String>(node(data, clientPort, controllerPort));
        props.putAll(SINGLE_NODE);
        props.putAll(SMALL);
        return new KafkaConfig(props, false);
    }

    private static Map<String, String> node(Path data, int clientPort, int controllerPort) {
        String controller = "127.0.0.1:" + controllerPort;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE_ID),
                "log.dirs",
                data.toString(),
                "listeners",
                "PLAINTEXT://127.0.0.1:" + clientPort + "," + CONTROLLER_LISTENER + "://" + controller,
                "advertised.listeners",
                "PLAINTEXT://localhost:" + clientPort,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "controller.quorum.voters",
                NODE_ID + "@" + controller,
                "auto.create.topics.enable",
                "false");
    }

    private static final Map<String, String> SINGLE_NODE = Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "3",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "3",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            // A send request may have 10 MiB and its attachments; the default is 1 MiB.
            "message.max.bytes", "11534336",
            // Nobody else is going to join a group here, so nobody is waited for.
            "group.initial.rebalance.delay.ms", "0");

    private static final Map<String, String> SMALL = Map.of(
            "num.network.threads", "2",
            "num.io.threads", "2",
            "num.replica.fetchers", "1",
            "num.recovery.threads.per.data.dir", "2",
            "background.threads", "2",
            "log.index.size.max.bytes", "1048576",
            // Taken at start; the default is 128 MiB.
            "log.cleaner.dedupe.buffer.size", "4194304");
}
