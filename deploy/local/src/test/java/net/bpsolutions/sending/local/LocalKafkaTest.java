package net.bpsolutions.sending.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    @TempDir
    Path data;

    @Test
    void keepsTopicsAndRecordsOverARestartOnAnotherPort() throws Exception {
        try (var kafka = LocalKafka.start(data, 0)) {
            kafka.createTopics();
            send(kafka, "send-requests", "first");
        }

        try (var kafka = LocalKafka.start(data, 0)) {
            kafka.createTopics();
            send(kafka, "send-requests", "second");

            assertThat(read(kafka, "send-requests", 2)).containsExactlyInAnyOrder("first", "second");
        }
    }

    @Test
    void hasTheTopicsOfTheContractAndRefusesOthers() throws Exception {
        try (var kafka = LocalKafka.start(data, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            kafka.createTopics();

            var topics = admin.listTopics().names().get();
            assertThat(topics)
                    .contains("send-outcomes", "send-requests.mail-gateway.dead-letter")
                    .contains("dns-checked.domain-registry.dead-letter", "dns-checked.mail-gateway.dead-letter")
                    .contains("domain-registered.dns-verifier.dead-letter")
                    .doesNotContain("send-outcomes.mail-gateway.dead-letter");
            assertThat(cleanupPolicy(admin, "sender-status")).isEqualTo("compact");
            assertThat(cleanupPolicy(admin, "send-requests")).isEqualTo("delete");
            assertThatThrownBy(() -> send(kafka, "no-such-topic", "lost", Duration.ofSeconds(3)))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalKafka.start(data, other.getLocalPort()))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessage("Port " + other.getLocalPort() + " (Kafka) is taken by another process.");
        }
    }

    private static String cleanupPolicy(Admin admin, String topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Map<ConfigResource, Config> configs =
                admin.describeConfigs(List.of(resource)).all().get();
        return Objects.requireNonNull(configs.get(resource))
                .get("cleanup.policy")
                .value();
    }

    private static void send(LocalKafka kafka, String topic, String value) throws Exception {
        send(kafka, topic, value, Duration.ofMinutes(1));
    }

    private static void send(LocalKafka kafka, String topic, String value, Duration patience) throws Exception {
        Map<String, Object> config =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.block.ms", patience.toMillis());
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, value.getBytes(UTF_8))).get();
        }
    }

    private static List<String> read(LocalKafka kafka, String topic, int count) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", "test", "auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            for (int polls = 0; polls < 20 && values.size() < count; polls++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(r -> values.add(new String(r.value(), UTF_8)));
            }
        }
        return values;
    }
}
