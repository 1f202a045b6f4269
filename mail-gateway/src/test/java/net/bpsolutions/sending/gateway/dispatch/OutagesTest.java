package net.bpsolutions.sending.gateway.dispatch;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static net.bpsolutions.sending.events.Outcome.ACCEPTED;
import static net.bpsolutions.sending.events.Outcome.DEFERRED;
import static net.bpsolutions.sending.events.Outcome.EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.gateway.parts.Bus;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.Relay;
import net.bpsolutions.sending.gateway.parts.Request;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class OutagesTest {

    private static final Duration A_WHILE = Duration.ofSeconds(40);

    private final Bus bus = EmbeddedParts.bus();
    private final Relay relay = EmbeddedParts.relay();
    private final String recipient = Request.somebody();
    private final Request request = Request.of("jane@clinic.example", recipient);

    @Test
    void staysReadyAndSendsOnceTheRelayIsBack() {
        relay.goAway();
        bus.put(request);
        bus.await(request, DEFERRED);
        int readiness = when().get("/q/health/ready").statusCode();

        relay.comeBack();

        bus.await(request, ACCEPTED);
        assertThat(readiness).isEqualTo(200);
        assertThat(relay.mailsTo(recipient)).hasSize(1);
    }

    /** With the relay away one mail at a time is tried, the oldest first: waiting for its turn would take long. */
    @Test
    void tellsThatAMailIsPastItsTimeThoughItsTurnHasNotCome() {
        relay.goAway();
        List<Request> before = Stream.generate(() -> Request.of("jane@clinic.example", Request.somebody()))
                .limit(60)
                .toList();
        before.forEach(bus::put);
        bus.await(before.getFirst(), DEFERRED);
        Request brief = request.with("expiresAt", "\"" + Instant.now().plusSeconds(1) + "\"");

        bus.put(brief);

        assertThat(bus.await(brief, EXPIRED).attempt()).isZero();
        assertThat(before).anyMatch(other -> bus.outcomes(other.id()).isEmpty());
        relay.comeBack();
        before.forEach(other -> bus.await(other, ACCEPTED));
        assertThat(relay.mailsTo(recipient)).isEmpty();
    }

    @Test
    void losesNothingWhileTheDatabaseIsAway() {
        EmbeddedParts.database().goAway();
        bus.put(request);
        await().atMost(A_WHILE).until(() -> when().get("/q/health/ready").statusCode() == 503);
        int liveness = when().get("/q/health/live").statusCode();
        given().auth()
                .oauth2(Jwt.upn("test").groups("operator").sign())
                .get("/v1/suppressions?clinicId=c")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue());

        EmbeddedParts.database().comeBack();

        bus.await(request, ACCEPTED);
        assertThat(liveness).isEqualTo(200);
        assertThat(relay.mailsTo(recipient)).hasSize(1);
        await().atMost(A_WHILE).until(() -> when().get("/q/health/ready").statusCode() == 200);
    }
}
