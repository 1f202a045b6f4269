package net.bpsolutions.sending.gateway.deadletter;

import static net.bpsolutions.sending.events.Outcome.ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.parts.Bus;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.Request;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class DeadLetterCommandTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final Bus bus = EmbeddedParts.bus();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void listsWhereTheRecordIsAndNothingOfIt() {
        String place = parked("{\"secret\": ");

        int status = run("list", "--reason", "MALFORMED_JSON");

        assertThat(status).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("\"partition\":%s,\"offset\":%s".formatted((Object[]) place.split(":")))
                .doesNotContain("secret");
    }

    @Test
    void sendsWhatIsReplayedOnceItsFaultIsGone() {
        Request request = Request.of("revive-" + Request.somebody(), "jane@clinic.example", Request.somebody());
        EmbeddedParts.database().execute("""
                create or replace function gateway.refuse_revival() returns trigger language plpgsql
                as $$ begin raise exception 'never' using errcode = '23514'; end $$""");
        EmbeddedParts.database().execute("""
                create or replace trigger revival before insert on gateway.request
                for each row when (new.clinic_id like 'revive-%') execute function gateway.refuse_revival()""");
        String place = parked(request.json(), request.clinicId());
        EmbeddedParts.database().execute("drop trigger revival on gateway.request");

        int status = run("replay", "--at", place);

        assertThat(status).isZero();
        bus.await(request, ACCEPTED);
        assertThat(EmbeddedParts.relay()
                        .mailsTo(bus.outcomes(request.id()).getFirst().recipient()))
                .hasSize(1);
    }

    @Test
    void saysThatKafkaIsAway() {
        int status = DeadLetterCommand.run(
                Map.of("KAFKA_BOOTSTRAP_SERVERS", "localhost:1", "KAFKA_DEFAULT_API_TIMEOUT_MS", "15000"),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                "list");

        assertThat(status).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "replay", "replay --all --at 1:2", "list --topic sender-status", "list --at", "drop --all"})
    void explainsItselfRatherThanGuess(String args) {
        assertThat(run(args.isEmpty() ? new String[0] : args.split(" "))).isEqualTo(64);
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("dead-letters list");
    }

    private String parked(String json) {
        return parked(json, "clinic-1");
    }

    private String parked(String json, String key) {
        RecordMetadata at = bus.put(Topic.SEND_REQUESTS, key, json.getBytes(StandardCharsets.UTF_8));
        String pointer = "\"partition\":%d,\"offset\":%d,".formatted(at.partition(), at.offset());
        await().atMost(Duration.ofSeconds(40))
                .until(() -> bus.records(Topic.SEND_REQUESTS.deadLetter("mail-gateway")).stream()
                        .anyMatch(letter -> new String(letter.value(), StandardCharsets.UTF_8).contains(pointer)));
        return at.partition() + ":" + at.offset();
    }

    private int run(String... args) {
        return DeadLetterCommand.run(
                Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                args);
    }
}
