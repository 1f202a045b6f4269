package net.bpsolutions.sending.registry.preview;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.RegistryConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Opens ears for what the verifier answers from now on. They belong to no consumer group and commit nothing. */
@ApplicationScoped
class Ears {

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final Map<String, Object> broker;
    private final ObjectMapper json;
    private final Duration patience;

    Ears(@Identifier("default-kafka-broker") Map<String, Object> broker, ObjectMapper json, RegistryConfig config) {
        this.broker = broker;
        this.json = json;
        this.patience = config.guide().patience();
    }

    /** Opens one; whatever is answered after that is heard. Waits for the broker. */
    Ear open() {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.DNS_CHECKED.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            return new Ear(consumer, json, patience);
        } catch (RuntimeException away) {
            consumer.close();
            throw away;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "domain-registry-preview");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(CONNECTING.toMillis()));
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(CONNECTING.toMillis()));
        return settings;
    }
}
