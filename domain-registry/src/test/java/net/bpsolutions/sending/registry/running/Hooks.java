package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.Tables.number;
import static net.bpsolutions.sending.registry.running.World.oms;

import io.restassured.path.json.JsonPath;

/** Webhooks, for tests of them. */
final class Hooks {

    private Hooks() {}

    /** Has OMS told of a clinic. */
    static JsonPath add(Receiver receiver, String clinicId) {
        return oms().body("{\"url\":\"" + receiver.url() + "\",\"clinics\":[\"" + clinicId + "\"]}")
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** Of the webhook that was added. */
    static String id(JsonPath added) {
        return added.getString("webhook.id");
    }

    /** The webhook as it is now. */
    static io.restassured.response.ValidatableResponse shown(JsonPath added) {
        return oms().get("/v1/webhooks/" + id(added)).then().statusCode(200);
    }

    /** How many deliveries to it are not done. */
    static long waiting(JsonPath added) {
        return number("select count(*) from registry.webhook_delivery where webhook_id = '" + id(added) + "'");
    }
}
