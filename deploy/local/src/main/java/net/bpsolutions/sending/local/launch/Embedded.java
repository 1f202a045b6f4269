package net.bpsolutions.sending.local.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import net.bpsolutions.sending.local.LocalKafka;
import net.bpsolutions.sending.local.RelayStandIn;
import net.bpsolutions.sending.local.ZoneServer;
import net.bpsolutions.sending.local.kafka.ContractTopics;

/** The parts that run in this JVM, those of them that are not replaced by somebody's own. */
final class Embedded {

    private final Settings settings;
    private final DataFolder data;
    private final Console console;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    Embedded(Settings settings, DataFolder data, Console console) {
        this.settings = settings;
        this.data = data;
        this.console = console;
    }

    void startKafka() {
        if (settings.ownKafka().isPresent()) {
            createTopicsAtYours();
            return;
        }
        keep(console.step("Kafka", settings.bootstrapServers(), () -> {
            LocalKafka kafka = LocalKafka.start(data.of("kafka"), settings.kafkaPort());
            kafka.createTopics();
            return kafka;
        }));
    }

    /** Somebody else's broker may not allow it, and the topics may be there already. */
    private void createTopicsAtYours() {
        try {
            ContractTopics.createAt(settings.bootstrapServers());
            console.line("  Kafka is yours: " + settings.bootstrapServers() + ", with all topics.");
        } catch (RuntimeException e) {
            console.line("  Kafka is yours: " + settings.bootstrapServers()
                    + ", which did not let the topics be created; create them yourself or let it be reachable.");
        }
    }

    void startDns() {
        if (settings.ownDns().isPresent()) {
            console.line("  DNS is yours: " + settings.ownDns().get());
            return;
        }
        String where = "localhost:" + settings.dnsPort() + " (udp, tcp)";
        keep(console.step("DNS", where, () -> ZoneServer.start(settings.zones(), settings.dnsPort(), console::line)));
    }

    void startRelay() {
        if (settings.ownRelay().isPresent()) {
            console.line("  The relay is yours: " + settings.ownRelay().get() + ":" + settings.relayPort());
            return;
        }
        keep(console.step(
                "Relay stand-in",
                "localhost:" + settings.relayPort() + ", page http://localhost:" + settings.mailboxPort(),
                () -> RelayStandIn.start(data.of("mail"), settings.relayPort(), settings.mailboxPort())));
    }

    private synchronized void keep(AutoCloseable part) {
        running.push(part);
    }

    /** Stops what runs, the last one first. */
    synchronized void stop() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                console.line("A part did not stop as it should: " + e.getMessage());
            }
        }
    }
}
