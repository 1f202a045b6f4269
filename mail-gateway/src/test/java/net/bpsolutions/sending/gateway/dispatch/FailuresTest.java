package net.bpsolutions.sending.gateway.dispatch;

import static net.bpsolutions.sending.events.Outcome.ACCEPTED;
import static net.bpsolutions.sending.events.Outcome.DEFERRED;
import static net.bpsolutions.sending.events.Outcome.EXPIRED;
import static net.bpsolutions.sending.events.Outcome.REJECTED;
import static net.bpsolutions.sending.events.Outcome.SUPPRESSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.gateway.parts.Bus;
import net.bpsolutions.sending.gateway.parts.Database;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.Relay;
import net.bpsolutions.sending.gateway.parts.Request;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class FailuresTest {

    private static final String SENDER = "jane@clinic.example";
    private static final String CONTENT = """
            select coalesce(octet_length(content), 0) from gateway.request where request_id = ?""";

    private final Bus bus = EmbeddedParts.bus();
    private final Relay relay = EmbeddedParts.relay();
    private final Database database = EmbeddedParts.database();
    private final String recipient = Request.somebody();
    private final Request request = Request.of(SENDER, recipient);

    @Test
    void triesAgainWhatWasDeferredUnderTheSameMessageId() {
        relay.answerTo(recipient, "451 4.2.1 later");
        bus.put(request);
        SendOutcome deferred = bus.await(request, DEFERRED);

        relay.answerTo(recipient, "250 2.1.5 welcome");

        SendOutcome accepted = bus.await(request, ACCEPTED);
        assertThat(deferred.smtpReply()).isEqualTo("451 4.2.1");
        assertThat(deferred.reason()).isEqualTo("recipient-deferred");
        assertThat(accepted.attempt()).isGreaterThan(deferred.attempt());
        assertThat(accepted.messageId()).isEqualTo(deferred.messageId());
        assertThat(relay.onlyMailTo(recipient)).contains(String.valueOf(accepted.messageId()));
    }

    @Test
    void neverTriesAgainWhatWasRejected() {
        relay.answerTo(recipient, "550 5.7.1 no");
        bus.put(request);

        SendOutcome rejected = bus.await(request, REJECTED);

        assertThat(rejected.smtpReply()).isEqualTo("550 5.7.1");
        assertThat(rejected.reason()).isEqualTo("recipient-refused");
        assertThat(state()).isEqualTo("REJECTED");
        assertThat(bus.outcomes(request.id())).hasSize(1);
    }

    @Test
    void rejectsWhatTheRelayRefusesAfterItsContent() {
        relay.answerData(recipient, "554 5.6.0 not this");
        bus.put(request);

        SendOutcome rejected = bus.await(request, REJECTED);

        assertThat(rejected.reason()).isEqualTo("mail-refused");
    }

    @Test
    void suppressesARecipientThatDoesNotExistForThisClinicOnly() {
        relay.answerTo(recipient, "550 5.1.1 nobody");
        bus.put(request);
        bus.await(request, REJECTED);
        relay.answerTo(recipient, "250 2.1.5 welcome");
        Request next = Request.of(request.clinicId(), SENDER, recipient);
        Request others = Request.of(SENDER, recipient);

        bus.put(next);
        bus.put(others);

        assertThat(bus.await(next, SUPPRESSED).attempt()).isZero();
        bus.await(others, ACCEPTED);
        assertThat(relay.mailsTo(recipient)).hasSize(1);
    }

    @Test
    void neverSendsWhatIsPastItsExpiry() {
        Request late = request.with("expiresAt", "\"" + Instant.now().minusSeconds(60) + "\"");

        bus.put(late);

        SendOutcome expired = bus.await(late, EXPIRED);
        assertThat(expired.attempt()).isZero();
        assertThat(expired.messageId()).isNull();
        assertThat(relay.mailsTo(recipient)).isEmpty();
    }

    @Test
    void givesUpWhatIsDeferredUntilItsExpiry() {
        relay.answerTo(recipient, "451 4.2.1 later");

        bus.put(request);

        bus.await(request, DEFERRED);
        expireInASecond();
        assertThat(bus.await(request, EXPIRED).attempt()).isPositive();
        assertThat(relay.mailsTo(recipient)).isEmpty();
    }

    @Test
    void waitsForTheTimeItWasAskedToWaitFor() {
        Instant sendAt = Instant.now().plus(Duration.ofSeconds(4));
        Request later = request.with("sendAt", "\"" + sendAt + "\"");

        bus.put(later);

        bus.await(later, ACCEPTED);
        assertThat(relay.mailsTo(recipient).getFirst().receivedAt()).isAfterOrEqualTo(sendAt);
    }

    @Test
    void treatsEachRecipientAlone() {
        String refused = Request.somebody();
        relay.answerTo(refused, "550 5.7.1 no");
        Request both = request.replacing("\"to\": [", "\"to\": [{\"address\": \"" + refused + "\"}, ");

        bus.put(both);

        assertThat(bus.await(both, REJECTED).recipient()).isEqualTo(refused);
        assertThat(bus.await(both, ACCEPTED).recipient()).isEqualTo(recipient);
        assertThat(relay.onlyMailTo(recipient)).doesNotContain(refused);
    }

    @Test
    void takesOverWhatAVanishedWorkerLeft() {
        bus.put(request.with("sendAt", "\"" + Instant.now().plusSeconds(3600) + "\""));
        awaitState("WAITING");

        pretendAWorkerVanished();

        SendOutcome accepted = bus.await(request, ACCEPTED);
        assertThat(accepted.attempt()).isEqualTo(4);
        assertThat(relay.mailsTo(recipient)).hasSize(1);
    }

    @Test
    void keepsItsHandsOffWhatAnotherWorkerHolds() {
        bus.put(request.with("sendAt", "\"" + Instant.now().plusSeconds(3600) + "\""));
        awaitState("WAITING");
        database.execute("""
                update gateway.delivery
                set state = 'SENDING', lease_token = gen_random_uuid(), due_at = now() + interval '1 h'
                where request_key = (select key from gateway.request where request_id = ?)""", request.id());
        Request other = Request.of(SENDER, Request.somebody());

        bus.put(other);

        bus.await(other, ACCEPTED);
        assertThat(state()).isEqualTo("SENDING");
        assertThat(relay.mailsTo(recipient)).isEmpty();
    }

    @Test
    void forgetsTheContentOnceAllIsDone() {
        bus.put(request);

        bus.await(request, ACCEPTED);

        assertThat(database.one(CONTENT, request.id())).isEqualTo("0");
    }

    private void pretendAWorkerVanished() {
        database.execute("""
                update gateway.delivery
                set state = 'SENDING', attempt = 3, lease_token = gen_random_uuid(), due_at = now() - interval '1 s'
                where request_key = (select key from gateway.request where request_id = ?)""", request.id());
    }

    private void expireInASecond() {
        database.execute("""
                update gateway.delivery set expires_at = now() + interval '1 s'
                where request_key = (select key from gateway.request where request_id = ?)""", request.id());
    }

    private void awaitState(String state) {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .ignoreExceptions()
                .until(this::state, state::equals);
    }

    private String state() {
        return database.one(
                "select d.state from gateway.delivery d join gateway.request r on r.key = d.request_key where request_id = ?",
                request.id());
    }
}
