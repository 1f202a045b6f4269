package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.Tables.number;
import static net.bpsolutions.sending.registry.running.World.caller;
import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A token for some clinics meets nothing of others. The calls come from the API's own description: a new one that lets a
 * foreign token in fails here without anybody having thought of it.
 */
@QuarkusTest
@WithTestResource(Parts.class)
class TenantsTest {

    private static final String[] ROLES = {"domains:read", "domains:write", "operator"};
    private static final String STATE = """
            select hashtext(string_agg(row, '')) from (
                select registration::text as row from registry.registration where clinic_id = 'clinic-theirs'
                union all select webhook::text from registry.webhook where 'clinic-theirs' = any (clinics)
                union all select own_account::text from registry.own_account where clinic_id = 'clinic-theirs'
                order by 1) everything""";

    @Test
    void hidesWhatBelongsToOtherClinicsInEveryCall() {
        Map<String, String> theirs = things("clinic-theirs", "theirs-every-clinic.com");
        long before = number(STATE);

        List<Api.Call> calls = Api.calls();

        assertThat(calls).hasSizeGreaterThan(15);
        for (Api.Call call : calls) {
            Response answer = call.make(foreigner(), valuesFor(call, theirs));
            if (isAboutNoClinic(call)) {
                assertThat(answer.statusCode()).as(call.toString()).isEqualTo(403);
            } else if (call.path().contains("{")) {
                assertThat(answer.statusCode()).as(call.toString()).isEqualTo(404);
            } else if (call.body().isPresent()) {
                assertThat(answer.statusCode()).as(call.toString()).isEqualTo(403);
            } else {
                assertThat(answer.jsonPath().getList("items"))
                        .as(call.toString())
                        .isEmpty();
            }
            assertThat(answer.asString())
                    .as(call.toString())
                    .doesNotContain("clinic-theirs", "theirs-every-clinic.com", theirs.get("id"));
        }
        assertThat(number(STATE)).isEqualTo(before);
    }

    /** The same calls with a token of the clinic itself: what is hidden from others is there. */
    @Test
    void showsAClinicWhatIsItsOwnInEveryCall() {
        Map<String, String> own = things("clinic-own-things", "own-every-clinic.com");

        for (Api.Call call : Api.calls()) {
            RequestSpecification owner = caller(Tokens.ofClinics(List.of("clinic-own-things"), ROLES));
            boolean last = call.method().equals("DELETE") && call.path().endsWith("/{id}");
            if (!last && !isAboutNoClinic(call)) {
                assertThat(call.make(owner, valuesFor(call, own)).statusCode())
                        .as(call.toString())
                        .isBetween(200, 299);
            }
        }
    }

    @Test
    void listsOnlyTheClinicsOfTheToken() {
        registered("clinic-list-a", "list-a-clinic.com");
        registered("clinic-list-b", "list-b-clinic.com");
        registered("clinic-list-c", "list-c-clinic.com");

        caller(Tokens.ofClinics(List.of("clinic-list-a", "clinic-list-b"), ROLES))
                .get("/v1/domains")
                .then()
                .statusCode(200)
                .body("items.clinicId", equalTo(List.of("clinic-list-a", "clinic-list-b")));
        caller(Tokens.ofClinics(List.of("clinic-list-a"), ROLES))
                .get("/v1/domains?clinicId=clinic-list-b")
                .then()
                .statusCode(200)
                .body("items", empty());
        oms().get("/v1/domains?clinicId=clinic-list-c")
                .then()
                .body("items.clinicId", everyItem(equalTo("clinic-list-c")));
    }

    /** A claim of another form is a mistake of the issuer; it must not open everything. */
    @ParameterizedTest
    @ValueSource(strings = {"clinic-theirs", "*", "", "[\"clinic-theirs\"]"})
    void seesNothingWithAClaimThatIsNoList(String claim) {
        registered("clinic-claim", "claim-" + Integer.toHexString(claim.hashCode()) + "-clinic.com");

        caller(Tokens.withClinics(claim, "strange", ROLES))
                .get("/v1/domains")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void seesNothingWithAnEmptyClaim() {
        caller(Tokens.ofClinics(List.of(), ROLES))
                .get("/v1/domains")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void doesNotLetAParameterAddAClinic() {
        String id = registered("clinic-theirs", "smuggled-clinic.com");
        RequestSpecification foreigner = foreigner();

        foreigner.get("/v1/domains/" + id + "?clinicId=clinic-foreign").then().statusCode(404);
        foreigner()
                .get("/v1/senders/jane@smuggled-clinic.com?clinicId=clinic-foreign&clinicId=clinic-theirs")
                .then()
                .statusCode(404);
        foreigner()
                .header("X-Clinic-Id", "clinic-theirs")
                .get("/v1/senders/jane@smuggled-clinic.com?clinicId=clinic-theirs")
                .then()
                .statusCode(404);
    }

    /** What an operator does to the whole: closed to a token for some clinics. */
    private static boolean isAboutNoClinic(Api.Call call) {
        return Stream.of("/v1/domains", "/v1/clinics/{clinicId}", "/v1/senders", "/v1/webhooks")
                .noneMatch(call.path()::startsWith);
    }

    private static RequestSpecification foreigner() {
        return caller(Tokens.ofClinics(List.of("clinic-foreign"), ROLES));
    }

    private static Map<String, String> things(String clinicId, String domain) {
        String id = registered(clinicId, domain);
        String webhook = oms().body("{\"url\":\"https://hooks.example.org/x\",\"clinics\":[\"" + clinicId + "\"]}")
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("webhook.id");
        return Map.of(
                "clinicId", clinicId,
                "clinics", clinicId,
                "domain", domain,
                "id", id,
                "webhook", webhook,
                "address", "jane@" + domain);
    }

    /** Webhooks are named by their own ids; a body that names clinics, names the foreign one. */
    private static Map<String, String> valuesFor(Api.Call call, Map<String, String> things) {
        Map<String, String> values = new HashMap<>(things);
        if (call.path().startsWith("/v1/webhooks")) {
            values.put("id", things.getOrDefault("webhook", UUID.randomUUID().toString()));
        }
        return values;
    }
}
