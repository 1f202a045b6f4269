package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.World.caller;

import io.restassured.response.Response;

/** Calls with an idempotency key. */
final class Keyed {

    private Keyed() {}

    static Response register(String token, String key, String domain) {
        return caller(token).header("Idempotency-Key", key).body(body(domain)).post("/v1/domains");
    }

    static Response challenge(String token, String key, String id, String mailbox) {
        return caller(token)
                .header("Idempotency-Key", key)
                .body("{\"mailbox\":\"" + mailbox + "\"}")
                .post("/v1/domains/" + id + "/challenges");
    }

    static String body(String domain) {
        return "{\"clinicId\":\"clinic-idem\",\"domain\":\"" + domain + "\"}";
    }
}
