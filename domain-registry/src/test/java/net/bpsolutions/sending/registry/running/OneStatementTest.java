package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.World.eventually;
import static net.bpsolutions.sending.registry.running.World.json;
import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.on;
import static net.bpsolutions.sending.registry.running.World.register;
import static net.bpsolutions.sending.registry.running.World.registered;
import static net.bpsolutions.sending.registry.running.World.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.bpsolutions.sending.events.Topic;
import org.junit.jupiter.api.Test;

/** What one statement writes and another reads is what the rest of the service knows (ADR 27). */
@QuarkusTest
@WithTestResource(Parts.class)
class OneStatementTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void showsARegistrationAlikeWhereverItIsAskedFor() throws IOException {
        String clinic = "clinic-alike";
        registered(clinic, "alike-clinic.com");
        registered(clinic, "xn--80ak6aa92e.com");
        String verified = registered(clinic, "alike-verified-clinic.com");
        World.checked("alike-verified-clinic.com", "OK", Instant.now());
        World.proven(verified, clinic, "alike-verified-clinic.com", "EMAIL_FORWARD");
        eventually(verified, "VERIFIED");
        String held = registered(clinic, "alike-held-clinic.com");
        oms().post("/v1/domains/" + held + "/suspension").then().statusCode(200);
        String rival = registered("clinic-alike-rival", "alike-verified-clinic.com");
        World.proven(rival, "clinic-alike-rival", "alike-verified-clinic.com", "EMAIL_FORWARD");
        await().until(() -> resource(rival).findValuesAsText("purpose").contains("OWNERSHIP"));

        for (String each : List.of(clinic, "clinic-alike-rival")) {
            JsonNode listed =
                    JSON.readTree(oms().get("/v1/domains?clinicId=" + each).asString());
            assertThat(listed.path("items")).isNotEmpty().allSatisfy(item -> {
                Response shown = oms().get("/v1/domains/" + item.path("id").asText());
                assertThat(JSON.readTree(shown.asString())).isEqualTo(item);
            });
        }
    }

    @Test
    void answersARegistrationAsItIsReadAfterwards() {
        Response answer = register("clinic-alike", "alike-answer-clinic.com");
        Response read = oms().get(answer.header("Location"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(read.asString()).isEqualTo(answer.asString());
        assertThat(read.header("ETag")).isNotNull().isEqualTo(answer.header("ETag"));
        assertThat(register("clinic-alike", "alike-answer-clinic.com").asString())
                .isEqualTo(answer.asString());
    }

    @Test
    void tellsTheFirstStatusOfAClinicWithItsOwnAccountAsItIs() {
        oms().put("/v1/clinics/clinic-alike-own/own-account").then().statusCode(204);

        String id = registered("clinic-alike-own", "alike-own-clinic.com");

        await().untilAsserted(() -> assertThat(on(Topic.SENDER_STATUS, "clinic-alike-own/alike-own-clinic.com"))
                .singleElement()
                .satisfies(event ->
                        assertThat(json(event).path("sendingAs").asText()).isEqualTo("OWN_ACCOUNT")));
        oms().get("/v1/domains/" + id + "/history").then().body("items.sendingAs", equalTo(List.of("OWN_ACCOUNT")));
    }

    @Test
    void leavesNoRegistrationBehindThatMissedItsClinicsOwnAccount() {
        List<CompletableFuture<Void>> all = IntStream.range(0, 40)
                .mapToObj(number -> CompletableFuture.runAsync(() -> {
                    if (number % 8 == 4) {
                        oms().put("/v1/clinics/clinic-alike-race/own-account")
                                .then()
                                .statusCode(204);
                    } else if (number % 8 == 7) {
                        oms().delete("/v1/clinics/clinic-alike-race/own-account")
                                .then()
                                .statusCode(204);
                    } else {
                        registered("clinic-alike-race", "alike-race-" + number + "-clinic.com");
                    }
                }))
                .toList();
        all.forEach(CompletableFuture::join);
        boolean exempt = oms().get("/v1/clinics/clinic-alike-race/own-account").path("exempt");

        assertThat(Tables.number("select count(*) from registry.registration where clinic_id = 'clinic-alike-race'"))
                .isEqualTo(30);
        assertThat(Tables.number("select count(*) from registry.registration where clinic_id = 'clinic-alike-race'"
                        + " and (own_account <> " + exempt + " or (sending_as = 'OWN_ACCOUNT') <> " + exempt + ")"))
                .isZero();
    }
}
