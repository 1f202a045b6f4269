package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.Tables.number;
import static net.bpsolutions.sending.registry.running.World.caller;
import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a webhook may tell, and of what. */
@QuarkusTest
@WithTestResource(Parts.class)
class WebhookRulesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void tellsATokenForSomeClinicsOfThoseOnly() throws IOException {
        try (Receiver receiver = new Receiver(_ -> 200)) {
            String token = Tokens.ofClinics(List.of("clinic-hook-7"), "domains:write");
            caller(token)
                    .body("{\"url\":\"" + receiver.url() + "\"}")
                    .post("/v1/webhooks")
                    .then()
                    .statusCode(201)
                    .body("webhook.clinics", equalTo(List.of("clinic-hook-7")));
            caller(token)
                    .body("{\"url\":\"" + receiver.url() + "\",\"clinics\":[\"clinic-hook-7\",\"clinic-hook-8\"]}")
                    .post("/v1/webhooks")
                    .then()
                    .statusCode(403);
            registered("clinic-hook-8", "hook-eight-clinic.com");
            registered("clinic-hook-7", "hook-seven-clinic.com");

            await().atMost(PATIENCE).until(() -> !receiver.received().isEmpty());

            assertThat(receiver.received())
                    .extracting(one -> one.json().at("/data/domain").asText())
                    .containsExactly("hook-seven-clinic.com");
        }
    }

    @Test
    void showsASecretOnceAndKeepsItSealed() throws IOException {
        try (Receiver receiver = new Receiver(_ -> 200)) {
            JsonPath added = Hooks.add(receiver, "clinic-hook-9");
            String secret = added.getString("secret");

            String shown = oms().get("/v1/webhooks/" + Hooks.id(added)).asString()
                    + oms().get("/v1/webhooks?limit=200").asString();

            assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
            assertThat(shown).contains(Hooks.id(added)).doesNotContain("whsec_", secret.substring(6));
            assertThat(number("select count(*) from registry.webhook where position(decode('" + secret.substring(6)
                            + "', 'base64') in secret) > 0"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://metadata.google.internal/",
                "http://hooks.example.org/",
                "https://hooks.example.org:8080/",
                "https://loopback.attacker-hooks.com/",
                "https://private.attacker-hooks.com/",
                "https://metadata.attacker-hooks.com/",
                "https://mixed.attacker-hooks.com/",
                "https://ula.attacker-hooks.com/",
                "https://mapped.attacker-hooks.com/",
                "https://alias.attacker-hooks.com/"
            })
    void refusesAddressesThatLeadInside(String url) {
        oms().body("{\"url\":\"" + url + "\"}")
                .post("/v1/webhooks")
                .then()
                .statusCode(422)
                .body("type", endsWith("/webhook-address"));
    }

    /** The name was good when it was given, and is not any more. */
    @Test
    void sendsNothingInsideWhenANameChanges() {
        JsonPath added = oms().body("{\"url\":\"https://later.example.org/\",\"clinics\":[\"clinic-hook-10\"]}")
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Tables.sql("update registry.webhook set url = 'https://private.attacker-hooks.com/' where id = '"
                + Hooks.id(added) + "'");
        registered("clinic-hook-10", "hook-ten-clinic.com");

        await().atMost(PATIENCE).untilAsserted(() -> Hooks.shown(added).body("failingSince", notNullValue()));

        assertThat(Hooks.waiting(added)).isEqualTo(1);
    }

    @Test
    void pagesItsListAndSaysWhatIsNotValid() {
        for (int i = 0; i < 3; i++) {
            caller(Tokens.ofClinics(List.of("clinic-hook-11"), "domains:write"))
                    .body("{\"url\":\"https://hooks.example.org/" + i + "\"}")
                    .post("/v1/webhooks")
                    .then()
                    .statusCode(201);
        }
        String token = Tokens.ofClinics(List.of("clinic-hook-11"), "domains:read", "domains:write");

        JsonPath first = caller(token).get("/v1/webhooks?limit=2").jsonPath();
        JsonPath second = caller(token)
                .get("/v1/webhooks?limit=2&cursor=" + first.getString("nextCursor"))
                .jsonPath();

        assertThat(first.getList("items.url"))
                .containsExactly("https://hooks.example.org/0", "https://hooks.example.org/1");
        assertThat(second.getList("items.url")).containsExactly("https://hooks.example.org/2");
        assertThat(second.getString("nextCursor")).isNull();
        oms().get("/v1/domains?cursor=" + first.getString("nextCursor"))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("cursor"));
        caller(token)
                .body("{\"description\":\"x\"}")
                .post("/v1/webhooks")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("url"));
    }
}
