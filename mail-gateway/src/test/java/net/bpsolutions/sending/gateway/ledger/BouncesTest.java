package net.bpsolutions.sending.gateway.ledger;

import static net.bpsolutions.sending.events.Outcome.ACCEPTED;
import static net.bpsolutions.sending.events.Outcome.BOUNCED;
import static net.bpsolutions.sending.events.Outcome.SUPPRESSED;
import static net.bpsolutions.sending.gateway.ledger.Bounces.Result.BOOKED;
import static net.bpsolutions.sending.gateway.ledger.Bounces.Result.NOTHING_TO_TELL;
import static net.bpsolutions.sending.gateway.ledger.Bounces.Result.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.gateway.ledger.Bounce.Kind;
import net.bpsolutions.sending.gateway.outbox.Transactions;
import net.bpsolutions.sending.gateway.parts.Bus;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class BouncesTest {

    private static final String SENDER = "jane@clinic.example";

    @Inject
    Bounces bounces;

    @Inject
    Transactions transactions;

    private final Bus bus = EmbeddedParts.bus();
    private final String recipient = Request.somebody();
    private final Request request = Request.of(SENDER, recipient);

    @Test
    void tellsOnceWhatCameBack() {
        SendOutcome accepted = accepted();

        Bounces.Result first = book(accepted, Kind.HARD);
        Bounces.Result again = book(accepted, Kind.HARD);

        SendOutcome bounced = bus.await(request, BOUNCED);
        assertThat(first).isEqualTo(BOOKED);
        assertThat(again).isEqualTo(NOTHING_TO_TELL);
        assertThat(bounced.messageId()).isEqualTo(accepted.messageId());
        assertThat(bounced.smtpReply()).isEqualTo("5.1.1");
        assertThat(bounced.reason()).isEqualTo("hard-bounce");
        assertThat(bounced.recipient()).isEqualTo(recipient);
        assertThat(bus.outcomes(request.id())).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"HARD", "COMPLAINT"})
    void keepsTheClinicsNextMailFromWhoIsGoneOrComplains(Kind kind) {
        book(accepted(), kind);
        Request next = Request.of(request.clinicId(), SENDER, recipient.toUpperCase(java.util.Locale.ROOT));
        Request others = Request.of(SENDER, recipient);

        bus.put(next);
        bus.put(others);

        bus.await(next, SUPPRESSED);
        bus.await(others, ACCEPTED);
    }

    @Test
    void sendsTheNextMailAfterAMailboxWasFull() {
        book(accepted(), Kind.SOFT);
        Request next = Request.of(request.clinicId(), SENDER, recipient);

        bus.put(next);

        bus.await(next, ACCEPTED);
    }

    @Test
    void forgetsASuppressionWhenItsTimeIsOver() {
        book(accepted(), Kind.HARD);
        EmbeddedParts.database()
                .execute("update gateway.suppression set expires_at = now() where address = ?", recipient);
        Request next = Request.of(request.clinicId(), SENDER, recipient);

        bus.put(next);

        bus.await(next, ACCEPTED);
    }

    @Test
    void knowsNothingOfMailThatIsNotOurs() {
        assertThat(book("<1@elsewhere.example>", Kind.HARD)).isEqualTo(UNKNOWN);
    }

    @Test
    void doesNotTellOfMailThatWasNeverAccepted() {
        Instant later = Instant.now().plusSeconds(3600);
        bus.put(request.with("sendAt", "\"" + later + "\""));
        String messageId = org.awaitility.Awaitility.await()
                .ignoreExceptions()
                .until(() -> EmbeddedParts.database().one("""
                                select message_id from gateway.delivery d join gateway.request r on r.key = d.request_key
                                where request_id = ?""", request.id()), id -> true);

        assertThat(book(messageId, Kind.SOFT)).isEqualTo(NOTHING_TO_TELL);
        assertThat(bus.outcomes(request.id())).isEmpty();
    }

    private SendOutcome accepted() {
        bus.put(request);
        return bus.await(request, ACCEPTED);
    }

    private Bounces.Result book(SendOutcome accepted, Kind kind) {
        return book(String.valueOf(accepted.messageId()), kind);
    }

    private Bounces.Result book(String messageId, Kind kind) {
        Uni<Bounces.Result> booking = transactions.run(tx -> bounces.book(tx, new Bounce(messageId, kind, "5.1.1")));
        return booking.await().atMost(Duration.ofSeconds(40));
    }
}
