package net.bpsolutions.sending.gateway.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class OutboxRelayTest {

    private static final Duration A_WHILE = Duration.ofSeconds(40);
    private static final String TOPIC = Topic.VERIFICATION_COMPLETED.topicName();

    /** With one statement, so that they are published together. */
    private static final String APPEND = """
            insert into gateway.outbox (topic, record_key, headers, payload)
            select ?, key, '{}', convert_to(repeat('x', octets), 'UTF8')
            from (values (?, 1), (?, 2000000), (?, 1)) as record (key, octets)""";

    private final String before = "before-" + UUID.randomUUID();
    private final String large = "large-" + UUID.randomUUID();
    private final String after = "after-" + UUID.randomUUID();

    @Test
    void putsAsideWhatTheBrokerNeverTakesAndGoesOn() {
        EmbeddedParts.database().execute(APPEND, TOPIC, before, large, after);

        await().atMost(A_WHILE).until(() -> isPublished(before) && isPublished(after));
        await().atMost(A_WHILE).until(() -> waiting().equals("0"));

        assertThat(isPublished(large)).isFalse();
        assertThat(EmbeddedParts.database()
                        .one(
                                "select octet_length(payload) from gateway.outbox_aside where topic = ? and record_key = ?",
                                TOPIC,
                                large))
                .isEqualTo("2000000");
    }

    private String waiting() {
        return EmbeddedParts.database()
                .one("select count(*) from gateway.outbox where record_key in (?, ?, ?)", before, large, after);
    }

    private static boolean isPublished(String key) {
        return EmbeddedParts.bus().records(TOPIC).stream().anyMatch(event -> key.equals(event.key()));
    }
}
