package net.bpsolutions.sending.local.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.bpsolutions.sending.events.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the contract and a dead-letter topic for everyone who reads one. */
public final class ContractTopics {

    private static final String REGISTRY = "domain-registry";
    private static final String VERIFIER = "dns-verifier";
    private static final String GATEWAY = "mail-gateway";
    private static final int PARTITIONS = 3;
    private static final long PATIENCE_SECONDS = 30;

    private ContractTopics() {}

    /**
     * Creates those that do not exist, with the broker's own replication factor; existing ones are left as they are.
     *
     * @throws IllegalStateException when the broker refuses or does not answer within 30 s
     */
    public static void createAt(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing =
                    all().stream().filter(t -> !existing.contains(t.name())).toList();
            for (var creation : admin.createTopics(missing).values().values()) {
                tolerateExisting(creation);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Topics cannot be created at " + bootstrapServers + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics.", e);
        }
    }

    private static void tolerateExisting(KafkaFuture<Void> creation)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            creation.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    static List<NewTopic> all() {
        List<NewTopic> all = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            all.add(contract(topic));
            consumers(topic).forEach(service -> all.add(plain(topic.deadLetter(service))));
        }
        return all;
    }

    private static NewTopic contract(Topic topic) {
        NewTopic plain = plain(topic.topicName());
        return topic == Topic.SENDER_STATUS
                ? plain.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))
                : plain;
    }

    private static NewTopic plain(String name) {
        return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty());
    }

    private static List<String> consumers(Topic topic) {
        return switch (topic) {
            case DOMAIN_REGISTERED, DNS_CHECK_REQUESTED -> List.of(VERIFIER);
            case DNS_CHECKED -> List.of(REGISTRY, GATEWAY);
            case VERIFICATION_COMPLETED, CHECK_SUGGESTED, SEND_OUTCOMES -> List.of(REGISTRY);
            case CHALLENGE_REQUESTED, SENDER_STATUS, SEND_REQUESTS, SEND_CANCELLATIONS -> List.of(GATEWAY);
        };
    }
}
