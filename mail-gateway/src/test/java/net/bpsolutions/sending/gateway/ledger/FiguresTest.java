package net.bpsolutions.sending.gateway.ledger;

import static io.restassured.RestAssured.get;
import static net.bpsolutions.sending.events.Outcome.ACCEPTED;
import static net.bpsolutions.sending.events.Outcome.DEFERRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.Request;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class FiguresTest {

    @Test
    void tellsWhatTheRunbookLooksAt() {
        Request request = Request.of("jane@clinic.example", Request.somebody());

        EmbeddedParts.bus().put(request);

        EmbeddedParts.bus().await(request, ACCEPTED);
        assertThat(get("/q/metrics").asString())
                .contains("mail_requests_total{result=\"taken\"")
                .contains("mail_attempts_total{outcome=\"accepted\"")
                .contains("from_rewritten_total")
                .contains("mail_queue_depth{state=\"ready\"")
                .contains("mail_oldest_ready_age_seconds")
                .contains("outbox_unpublished")
                .contains("outbox_oldest_age_seconds");
    }

    @Test
    void countsWhatWaits() {
        String recipient = Request.somebody();
        EmbeddedParts.relay().answerTo(recipient, "451 4.2.1 later");
        Request request = Request.of("jane@clinic.example", recipient);

        EmbeddedParts.bus().put(request);

        EmbeddedParts.bus().await(request, DEFERRED);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> get("/q/metrics")
                        .asString()
                        .lines()
                        .filter(line -> line.startsWith("mail_queue_depth"))
                        .anyMatch(line -> !line.endsWith(" 0.0")));
        EmbeddedParts.relay().answerTo(recipient, "250 2.1.5 welcome");
    }
}
