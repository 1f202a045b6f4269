package net.bpsolutions.sending.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A plain Kafka client, as a reminder producer or OMS would use. */
final class Broker {

    private final ObjectMapper json = new ObjectMapper();
    private final String bootstrap;

    Broker(int port) {
        this.bootstrap = "localhost:" + port;
    }

    /** Puts records on a topic and returns once all of them are acknowledged. */
    void put(Topic topic, String key, List<String> values) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            values.stream()
                    .map(value -> producer.send(new ProducerRecord<>(topic.topicName(), key, value)))
                    .toList()
                    .forEach(Broker::join);
        }
    }

    /** Everything that is on the topic now; a tombstone is a null node. */
    List<JsonNode> everythingOn(Topic topic) {
        return everythingOn(topic.topicName());
    }

    List<JsonNode> everythingOn(String topic) {
        List<JsonNode> values = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> received : read(topic)) {
            values.add(parse(received.value()));
        }
        return values;
    }

    private List<ConsumerRecord<String, byte[]>> read(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo info : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, info.partition()));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private JsonNode parse(byte[] value) {
        try {
            return value == null ? json.nullNode() : json.readTree(new String(value, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void join(java.util.concurrent.Future<?> acknowledged) {
        try {
            acknowledged.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
