package net.bpsolutions.sending.registry.console;

import static net.bpsolutions.sending.registry.running.World.registered;
import static net.bpsolutions.sending.registry.running.World.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import net.bpsolutions.sending.registry.running.Parts;
import net.bpsolutions.sending.registry.running.Tables;
import net.bpsolutions.sending.registry.running.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which forms of the console are obeyed, and what they do. */
@QuarkusTest
@WithTestResource(Parts.class)
class ActionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void obeysNoFormOfAnotherSite(String site) {
        String id = registered("clinic-console", "forged-form-" + site + ".com");

        Operator.browser()
                .header("Sec-Fetch-Site", site)
                .formParam("confirm", "yes")
                .post("/console/domains/" + id + "/suspend")
                .then()
                .statusCode(403)
                .body(containsString("did not come from a page of the console"));

        assertThat(resource(id).path("status").asText()).isEqualTo("PENDING");
    }

    @Test
    void obeysNoFormOfAnotherOriginOrOfNone() {
        String id = registered("clinic-console", "forged-origin.com");
        for (String origin : List.of("https://evil.example", "null")) {
            Operator.browser()
                    .header("Origin", origin)
                    .formParam("confirm", "yes")
                    .post("/console/domains/" + id + "/suspend")
                    .then()
                    .statusCode(403);
        }

        Operator.browser()
                .formParam("confirm", "yes")
                .post("/console/domains/" + id + "/suspend")
                .then()
                .statusCode(403);

        assertThat(resource(id).path("status").asText()).isEqualTo("PENDING");
    }

    @Test
    void doesNothingWithoutConfirmation() {
        String id = registered("clinic-console", "unconfirmed.com");

        for (String path : List.of("/console/domains/" + id + "/suspend", "/console/clinic?id=x", "/console/breaker")) {
            Operator.form(path, "id", "clinic-console", "exempt", "true").then().statusCode(400);
        }

        assertThat(resource(id).path("status").asText()).isEqualTo("PENDING");
        assertThat(resource(id).path("sendingAs").asText()).isEqualTo("FALLBACK");
    }

    @Test
    void doesNothingOnAGet() {
        String id = registered("clinic-console", "looked-at.com");

        Operator.browser().get("/console/domains/" + id + "/suspend").then().statusCode(405);

        assertThat(resource(id).path("status").asText()).isEqualTo("PENDING");
    }

    @Test
    void suspendsAndResumes() {
        String id = registered("clinic-console", "suspended-by-console.com");

        Operator.form("/console/domains/" + id + "/suspend", "confirm", "yes")
                .then()
                .statusCode(303);
        assertThat(resource(id).path("status").asText()).isEqualTo("SUSPENDED");
        Operator.form("/console/domains/" + id + "/resume", "confirm", "yes")
                .then()
                .statusCode(303);

        assertThat(resource(id).path("status").asText()).isEqualTo("PENDING");
        Operator.browser()
                .get("/console/domains/" + id)
                .then()
                .body(containsString("An operator suspended it."))
                .body(containsString("An operator lifted the suspension."));
    }

    @Test
    void resolvesASecondClaim() {
        String domain = "console-conflict.com";
        String first = registered("clinic-console-a", domain);
        World.checked(domain, "OK", Instant.now());
        World.proven(first, "clinic-console-a", domain, "EMAIL_FORWARD");
        World.eventually(first, "VERIFIED");
        String second = registered("clinic-console-b", domain);
        World.proven(second, "clinic-console-b", domain, "EMAIL_FORWARD");
        await().until(() ->
                Operator.browser().get("/console?only=ATTENTION").asString().contains(second));
        assertThat(Operator.browser().get("/console/domains/" + second).asString())
                .contains("Another clinic has proven this domain", first);

        Operator.form("/console/domains/" + second + "/approve", "confirm", "yes")
                .then()
                .statusCode(303);

        assertThat(resource(second).at("/ownership/method").asText()).isEqualTo("OPERATOR");
        assertThat(Operator.browser().get("/console?only=ATTENTION").asString()).doesNotContain(second);
    }

    @Test
    void clearsAFlag() {
        String id = registered("clinic-console", "\u0441onsole-look-alike.com");
        assertThat(Operator.browser().get("/console?only=FLAGGED").asString()).contains(id);

        Operator.form("/console/domains/" + id + "/unflag", "confirm", "yes")
                .then()
                .statusCode(303);

        assertThat(Operator.browser().get("/console?only=FLAGGED").asString()).doesNotContain(id);
    }

    @Test
    void exemptsAClinicAndEndsThat() {
        String id = registered("clinic-console-own", "console-own-account.com");

        Operator.form("/console/clinic", "id", "clinic-console-own", "exempt", "true", "confirm", "yes")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/console/clinic?id=clinic-console-own"));
        assertThat(resource(id).path("sendingAs").asText()).isEqualTo("OWN_ACCOUNT");
        Operator.form("/console/clinic", "id", "clinic-console-own", "exempt", "false", "confirm", "yes");

        assertThat(resource(id).path("sendingAs").asText()).isEqualTo("FALLBACK");
    }

    @Test
    void showsAndReleasesTheBreaker() {
        Tables.sql("update registry.breaker set frozen = true, reason = 'CANARY', canary = 'BAD'");
        Operator.browser().get("/console").then().body(containsString("Demotions are frozen"));

        Operator.form("/console/breaker", "confirm", "yes").then().statusCode(303);

        Operator.browser().get("/console/breaker").then().body(containsString("Demotions are free"));
    }

    @Test
    void knowsNoOtherAction() {
        String id = registered("clinic-console", "no-such-action.com");

        Operator.form("/console/domains/" + id + "/delete", "confirm", "yes")
                .then()
                .statusCode(404);
    }
}
