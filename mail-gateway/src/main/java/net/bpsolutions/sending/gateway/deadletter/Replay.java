package net.bpsolutions.sending.gateway.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Reads dead letters, and puts what they point at once more where it was. For a command: it blocks. */
final class Replay implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;

    Replay(Map<String, String> environment) {
        Map<String, Object> settings = settings(environment);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** KAFKA_SECURITY_PROTOCOL is security.protocol, and so on, as for the service. */
    private static Map<String, Object> settings(Map<String, String> environment) {
        Map<String, Object> settings = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith("KAFKA_") && !name.equals("KAFKA_PORT")) {
                settings.put(
                        name.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        settings.putIfAbsent("bootstrap.servers", "localhost:" + environment.getOrDefault("KAFKA_PORT", "9092"));
        settings.put("default.api.timeout.ms", "15000");
        settings.put("max.block.ms", "15000");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "none");
        settings.put("allow.auto.create.topics", "false");
        settings.put("acks", "all");
        return settings;
    }

    /**
     * Where a record is that could not be read.
     *
     * @param json the dead letter as it is
     */
    record Pointer(String topic, int partition, long offset, String reason, String json) {

        String place() {
            return partition + ":" + offset;
        }
    }

    /** Those that are meant, oldest first within each partition of the dead letters. */
    List<Pointer> pointers(Selection selection) {
        List<TopicPartition> partitions = consumer.partitionsFor(DeadLetters.topic(selection.topic())).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<Pointer> found = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(POLL)) {
                Pointer pointer = pointer(letter);
                if (selection.covers(pointer)) {
                    found.add(pointer);
                }
            }
        }
        return found;
    }

    private static Pointer pointer(ConsumerRecord<byte[], byte[]> letter) {
        return new Pointer(
                header(letter, "dead-letter-topic"),
                Integer.parseInt(header(letter, "dead-letter-partition")),
                Long.parseLong(header(letter, "dead-letter-offset")),
                header(letter, "dead-letter-reason"),
                new String(letter.value(), StandardCharsets.UTF_8));
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        if (header == null) {
            throw new KafkaException("a dead letter without " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    /** False when the record is no longer there. */
    boolean replay(Pointer pointer) {
        ConsumerRecord<byte[], byte[]> original = original(pointer);
        if (original == null) {
            return false;
        }
        try {
            producer.send(new ProducerRecord<>(
                            pointer.topic(), null, original.key(), original.value(), original.headers()))
                    .get();
            return true;
        } catch (ExecutionException refused) {
            throw new KafkaException(refused.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    private @Nullable ConsumerRecord<byte[], byte[]> original(Pointer pointer) {
        TopicPartition partition = new TopicPartition(pointer.topic(), pointer.partition());
        List<TopicPartition> one = List.of(partition);
        consumer.assign(one);
        if (pointer.offset() < consumer.beginningOffsets(one).getOrDefault(partition, 0L)
                || pointer.offset() >= consumer.endOffsets(one).getOrDefault(partition, 0L)) {
            return null;
        }
        consumer.seek(partition, pointer.offset());
        while (consumer.position(partition) <= pointer.offset()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                return record.offset() == pointer.offset() ? record : null;
            }
        }
        return null;
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
