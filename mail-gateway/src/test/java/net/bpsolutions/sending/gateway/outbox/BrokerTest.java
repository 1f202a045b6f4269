package net.bpsolutions.sending.gateway.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class BrokerTest {

    private final String key = "key-" + UUID.randomUUID();
    private final Broker broker =
            new Broker(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void letsNothingPastWhatCouldNotEvenBeBegun() throws InterruptedException {
        OutboxRow stuck = row("no topic has such a name", "first");

        Broker.Published published = broker.publish(List.of(stuck, row("second"), row("third")));

        assertThat(published.confirmed()).isZero();
        assertThat(published.fault()).isNotNull();
        assertThat(broker.publish(List.of(row("last"))).confirmed()).isOne();
        await().atMost(Duration.ofSeconds(40)).until(() -> seen().contains("last"));
        assertThat(seen()).containsExactly("last");
    }

    private List<String> seen() {
        return EmbeddedParts.bus().records(Topic.CHECK_SUGGESTED.topicName()).stream()
                .filter(record -> key.equals(record.key()))
                .map(record -> new String(record.value(), UTF_8))
                .toList();
    }

    private OutboxRow row(String payload) {
        return row(Topic.CHECK_SUGGESTED.topicName(), payload);
    }

    private OutboxRow row(String topic, String payload) {
        return new OutboxRow(0, topic, key, Map.of(), payload.getBytes(UTF_8));
    }
}
