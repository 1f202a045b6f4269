package net.bpsolutions.sending.gateway.intake;

import static net.bpsolutions.sending.events.Outcome.ACCEPTED;
import static net.bpsolutions.sending.events.Outcome.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.parts.Bus;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.Relay;
import net.bpsolutions.sending.gateway.parts.Request;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class IntakeTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String SENDER = "jane@clinic.example";
    private static final String DEAD_LETTERS = Topic.SEND_REQUESTS.deadLetter("mail-gateway");

    private final Bus bus = EmbeddedParts.bus();
    private final Relay relay = EmbeddedParts.relay();
    private final String recipient = Request.somebody();
    private final Request request = Request.of(SENDER, recipient);

    @Test
    void sendsOnceWhatIsAskedTwice() {
        bus.put(request);
        bus.put(request);
        awaitEverythingTakenIn();
        bus.put(request);
        awaitEverythingTakenIn();

        assertThat(bus.await(request, ACCEPTED).attempt()).isOne();
        assertThat(relay.mailsTo(recipient)).hasSize(1);
        assertThat(bus.outcomes(request.id())).hasSize(1);
    }

    @Test
    void refusesOtherContentUnderATakenIdOnce() {
        Request other = request.replacing("on Tuesday", "on Friday");
        bus.put(request);
        bus.put(other);
        awaitEverythingTakenIn();
        bus.put(other);
        awaitEverythingTakenIn();

        SendOutcome refused = bus.await(request, REJECTED);
        bus.await(request, ACCEPTED);

        assertThat(refused.reason()).isEqualTo("duplicate-id");
        assertThat(bus.outcomes(request.id())).hasSize(2);
        assertThat(relay.onlyMailTo(recipient)).contains("on Tuesday");
    }

    @Test
    void sendsTheSameIdOfAnotherClinic() {
        Request other = new Request(
                request.id(), "other", request.json().replace(request.clinicId(), "other-" + request.clinicId()));

        bus.put(request);
        bus.put(other);

        await().atMost(SOON).until(() -> relay.mailsTo(recipient).size() == 2);
    }

    @Test
    void refusesWhatWouldMakeAHeader() {
        Request hostile = request.replacing("Your appointment", "Hi\\r\\nBcc: all@example.org\\r\\n");

        bus.put(hostile);

        SendOutcome refused = bus.await(hostile, REJECTED);
        assertThat(refused.reason()).isEqualTo("control-character");
        assertThat(refused.attempt()).isZero();
        assertThat(refused.recipient()).isEqualTo(recipient);
        assertThat(relay.mailsTo(recipient)).isEmpty();
    }

    @Test
    void refusesAddressesThatBreakTheirConversionAndTakesTheNext() {
        Request broken = request.replacing(recipient, "a@" + "é".repeat(1_001) + ".example");
        Request expanding = Request.of(request.clinicId(), SENDER, "a@" + "\uFDFA".repeat(200) + ".example");
        Request next = Request.of(request.clinicId(), SENDER, recipient);
        bus.put(broken);
        bus.put(expanding);

        bus.put(next);

        assertThat(bus.await(broken, REJECTED).reason()).isEqualTo("invalid-recipient");
        assertThat(bus.await(expanding, REJECTED).reason()).isEqualTo("invalid-recipient");
        bus.await(next, ACCEPTED);
    }

    @Test
    void putsAsideWhatSaysNotEvenWhoAsksAndGoesOn() {
        RecordMetadata broken = put("{\"id\": ");
        RecordMetadata nameless = put("{\"clinicId\": \"%s\"}".formatted(request.clinicId()));
        RecordMetadata odd = put("{\"clinicId\": \"%s\", \"id\": \"a\\u0000b\"}".formatted(request.clinicId()));

        bus.put(request);

        bus.await(request, ACCEPTED);
        assertThat(List.of(reason(broken), reason(nameless), reason(odd)))
                .containsExactly("MALFORMED_JSON", "MISSING_FIELD", "INVALID_VALUE");
    }

    @Test
    void putsAsideWhatTheDatabaseRefusesForGoodAndSendsTheRest() {
        Request poison = Request.of("poison-" + request.id(), SENDER, recipient);
        EmbeddedParts.database().execute("""
                create or replace function gateway.refuse() returns trigger language plpgsql
                as $$ begin raise exception 'never' using errcode = '23514'; end $$""");
        EmbeddedParts.database().execute("""
                create or replace trigger poison before insert on gateway.request
                for each row when (new.clinic_id like 'poison-%') execute function gateway.refuse()""");

        RecordMetadata poisoned = bus.put(poison);
        bus.put(request);

        bus.await(request, ACCEPTED);
        assertThat(reason(poisoned)).isEqualTo("PROCESSING_FAILED");
        assertThat(relay.mailsTo(recipient)).hasSize(1);
    }

    @Test
    void confirmsWhatItTookIn() {
        RecordMetadata last = bus.put(request);

        await().atMost(SOON).until(() -> bus.committed("mail-gateway", last) > last.offset());
    }

    @Test
    void keepsContentOutOfDeadLetters() {
        RecordMetadata broken = put("{\"secret\": \"pat@example.org\"");

        String deadLetter = new String(deadLetter(broken).value(), StandardCharsets.UTF_8);

        assertThat(deadLetter)
                .contains("\"offset\":" + broken.offset())
                .contains("\"partition\":" + broken.partition())
                .doesNotContain("secret")
                .doesNotContain("pat@example.org");
        assertThat(deadLetter(broken).key()).isNull();
    }

    private RecordMetadata put(String json) {
        return bus.put(Topic.SEND_REQUESTS, request.clinicId(), json.getBytes(StandardCharsets.UTF_8));
    }

    /** A later request of the clinic is in the same partition: when it is sent, those before it were taken in. */
    private void awaitEverythingTakenIn() {
        Request later = Request.of(request.clinicId(), SENDER, Request.somebody());
        bus.put(later);
        bus.await(later, ACCEPTED);
    }

    private String reason(RecordMetadata record) {
        return new String(
                deadLetter(record).headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8);
    }

    private ConsumerRecord<String, byte[]> deadLetter(RecordMetadata record) {
        return await().atMost(SOON)
                .until(
                        () -> bus.records(DEAD_LETTERS).stream()
                                .filter(dead -> header(dead, "dead-letter-partition")
                                                .equals(record.partition() + "")
                                        && header(dead, "dead-letter-offset").equals(record.offset() + ""))
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
