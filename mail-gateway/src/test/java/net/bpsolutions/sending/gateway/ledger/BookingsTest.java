package net.bpsolutions.sending.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.gateway.ledger.Lease.Standing;
import net.bpsolutions.sending.gateway.parts.Bus;
import net.bpsolutions.sending.gateway.parts.Database;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fencing: what a worker reports that was overtaken meanwhile changes nothing. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class BookingsTest {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Inject
    Bookings bookings;

    private final Bus bus = EmbeddedParts.bus();
    private final Database database = EmbeddedParts.database();
    private final Request request = Request.of("jane@clinic.example", Request.somebody());

    static Stream<Booking> reports() {
        return Stream.of(
                new Booking(new Booking.Finished(Outcome.REJECTED, true), null, "550 5.1.1", "rejected"),
                new Booking(new Booking.Again(PAUSE), null, "451 4.3.0", "deferred"),
                new Booking(new Booking.Unseen(PAUSE), null, null, "reply-unseen"),
                new Booking(new Booking.FellBack(), null, "550 5.7.1", Booking.NOT_AUTHORISED),
                Booking.returned(PAUSE));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void takesNoReportFromWhoLostTheLease(Booking report) {
        leased();
        String before = delivery("to_jsonb(d)::text");

        assertThat(book(lease(UUID.randomUUID()), report)).isFalse();

        assertThat(delivery("to_jsonb(d)::text")).isEqualTo(before);
    }

    @Test
    void takesTheReportOfTheHolderOnce() {
        Lease lease = lease(leased());
        Booking report = reports().findFirst().orElseThrow();

        assertThat(book(lease, report)).isTrue();
        assertThat(book(lease, report)).isFalse();

        assertThat(delivery("state")).isEqualTo("REJECTED");
    }

    /** A delivery that a worker holds for an hour; the token says so. */
    private UUID leased() {
        UUID token = UUID.randomUUID();
        bus.put(request);
        bus.await(request, Outcome.ACCEPTED);
        database.execute("""
                update gateway.delivery set state = 'SENDING', lease_token = ?::uuid, due_at = now() + interval '1 hour'
                where request_key = (select key from gateway.request where request_id = ?)""", token.toString(), request.id());
        return token;
    }

    private Lease lease(UUID token) {
        return new Lease(
                Long.parseLong(delivery("d.key")),
                Long.parseLong(delivery("r.key")),
                token,
                new RequestId(request.clinicId(), request.id()),
                0,
                delivery("recipient"),
                delivery("message_id"),
                1,
                Standing.SENDABLE,
                false,
                false,
                null,
                0,
                false,
                new Term(System.nanoTime(), Duration.ofHours(1), Duration.ofHours(1)));
    }

    private String delivery(String column) {
        return database.one(
                "select " + column + " from gateway.delivery d join gateway.request r on r.key = d.request_key"
                        + " where request_id = ?",
                request.id());
    }

    private boolean book(Lease lease, Booking report) {
        return bookings.book(lease, report).await().atMost(Duration.ofSeconds(40));
    }
}
