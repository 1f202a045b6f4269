package net.bpsolutions.sending.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import net.bpsolutions.sending.events.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What broker and database hold of a run. */
final class Collected {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Collected() {}

    /** Every outcome told so far. */
    static List<History.Outcome> outcomes(String bootstrap) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(bootstrap)) {
            List<TopicPartition> partitions = partitions(consumer, Topic.SEND_OUTCOMES);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<History.Outcome> outcomes = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> told : consumer.poll(Duration.ofMillis(200))) {
                    outcomes.add(outcome(told.value()));
                }
            }
            return outcomes;
        }
    }

    /** How many records of send-requests nobody has confirmed to have read. */
    static long unread(String bootstrap) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(bootstrap);
                Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets("mail-gateway")
                    .partitionsToOffsetAndMetadata()
                    .get();
            return consumer.endOffsets(partitions(consumer, Topic.SEND_REQUESTS)).entrySet().stream()
                    .mapToLong(end -> end.getValue()
                            - (read.containsKey(end.getKey())
                                    ? read.get(end.getKey()).offset()
                                    : 0))
                    .sum();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<History.Row> ledger(String jdbcUrl) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("""
                        select clinic_id, request_id, state, unseen, message_id
                        from gateway.delivery d join gateway.request r on r.key = d.request_key""")) {
            List<History.Row> ledger = new ArrayList<>();
            while (rows.next()) {
                ledger.add(new History.Row(
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getInt(4), rows.getString(5)));
            }
            return ledger;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(String bootstrap) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Topic topic) {
        return consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toList());
    }

    private static History.Outcome outcome(byte[] value) {
        try {
            JsonNode told = JSON.readTree(value);
            return new History.Outcome(
                    told.path("id").asText(),
                    told.path("clinicId").asText(),
                    told.path("requestId").asText(),
                    told.path("outcome").asText(),
                    told.path("sendingAs").asText(""),
                    text(told, "reason"),
                    text(told, "messageId"),
                    Instant.parse(text(told, "occurredAt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : "";
    }
}
