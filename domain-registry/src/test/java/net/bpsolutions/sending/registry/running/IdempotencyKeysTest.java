package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.Keyed.body;
import static net.bpsolutions.sending.registry.running.Keyed.challenge;
import static net.bpsolutions.sending.registry.running.Keyed.register;
import static net.bpsolutions.sending.registry.running.World.caller;
import static net.bpsolutions.sending.registry.running.World.registered;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose an idempotency key is, and what is one. */
@QuarkusTest
@WithTestResource(Parts.class)
class IdempotencyKeysTest {

    private static final String OMS = Tokens.of("oms");

    @Test
    void refusesTheKeyOfAnotherRequest() {
        register(OMS, "reused-1", "reused-clinic.com").then().statusCode(201);

        register(OMS, "reused-1", "reused-other-clinic.com")
                .then()
                .statusCode(422)
                .body("type", endsWith("/idempotency-key-reused"));
        challenge(OMS, "reused-1", registered("clinic-idem", "reused-third-clinic.com"), "jane")
                .then()
                .statusCode(422);
    }

    @Test
    void keepsCallersApart() {
        Response first = register(OMS, "apart-1", "apart-clinic.com");

        Response other = register(Tokens.of("somebody-else"), "apart-1", "apart-other-clinic.com");
        Response narrower = caller(Tokens.withClinics(List.of("clinic-elsewhere"), "oms", "domains:write"))
                .header("Idempotency-Key", "apart-1")
                .body(body("apart-clinic.com"))
                .post("/v1/domains");

        first.then().statusCode(201);
        other.then().statusCode(201).body("domain", equalTo("apart-other-clinic.com"));
        narrower.then().statusCode(403);
    }

    @Test
    void doesNotGiveAnAnswerToWhoMayNotAsk() {
        register(OMS, "role-1", "role-clinic.com").then().statusCode(201);

        caller(readOnly("oms"))
                .header("Idempotency-Key", "role-1")
                .body(body("role-clinic.com"))
                .post("/v1/domains")
                .then()
                .statusCode(403);
    }

    @Test
    void doesNotKeepRefusals() {
        register(OMS, "refused-1", "gmail.com").then().statusCode(422).body("type", endsWith("/free-mail-domain"));

        register(OMS, "refused-1", "refused-key-clinic.com").then().statusCode(201);
    }

    @Test
    void readsAQuotedKeyAsTheSame() {
        register(OMS, "\"quoted-1\"", "quoted-clinic.com").then().statusCode(201);

        register(OMS, "quoted-1", "quoted-clinic.com").then().header("Idempotency-Replayed", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"open", "a\"b", "a b"})
    void refusesWhatIsNoKey(String key) {
        register(OMS, key, "no-key-clinic.com").then().statusCode(400).body("errors.field", hasItem("Idempotency-Key"));
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        register(OMS, "k".repeat(255), "long-key-clinic.com").then().statusCode(201);

        register(OMS, "k".repeat(256), "long-key-clinic.com").then().statusCode(400);
    }

    private static String readOnly(String subject) {
        return io.smallrye.jwt.build.Jwt.issuer(Tokens.ISSUER)
                .audience(Tokens.AUDIENCE)
                .subject(subject)
                .groups(Set.of("domains:read"))
                .expiresAt(java.time.Instant.now().plusSeconds(60))
                .sign(Tokens.trustedKey());
    }
}
