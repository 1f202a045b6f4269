package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.World.oms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading only what is new, and changing only what is as one believes. */
@QuarkusTest
@WithTestResource(Parts.class)
class PreconditionsTest {

    @Test
    void sendsNothingAgainThatTheCallerHas() {
        String path = domain("has-clinic.com");
        String tag = tag(path);

        assertThat(tag).matches("\"[^\"]+\"");
        for (String header : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            String body = oms().header("If-None-Match", header)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .extract()
                    .asString();
            assertThat(body).isEmpty();
        }
        oms().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
        oms().header("If-None-Match", "nonsense").get(path).then().statusCode(200);
    }

    @Test
    void changesTheTagWithTheResource() {
        String path = domain("changes-clinic.com");
        String before = tag(path);

        World.checked("changes-clinic.com", "MISSING", Instant.now());

        await().until(() -> !tag(path).equals(before));
        String between = tag(path);
        oms().post(path + "/suspension").then().statusCode(200).header("ETag", equalTo(tag(path)));
        assertThat(tag(path)).isNotEqualTo(between);
    }

    @Test
    void changesNothingThatIsNotAsTheCallerBelieves() {
        String path = domain("stale-clinic.com");
        String stale = tag(path);
        oms().post(path + "/suspension").then().statusCode(200);

        oms().header("If-Match", stale)
                .delete(path + "/suspension")
                .then()
                .statusCode(412)
                .body("type", endsWith("/precondition-failed"));
        oms().header("If-Match", stale).delete(path).then().statusCode(412);
        oms().header("If-Match", "W/" + tag(path)).delete(path).then().statusCode(412);
        oms().header("If-Match", stale).post(path + "/approval").then().statusCode(412);
        oms().header("If-Match", stale).delete(path + "/flag").then().statusCode(412);
        oms().get(path).then().statusCode(200).body("status", equalTo("SUSPENDED"));
    }

    @Test
    void changesWhatIsAsTheCallerBelieves() {
        String path = domain("fresh-clinic.com");

        oms().header("If-Match", tag(path)).post(path + "/suspension").then().statusCode(200);
        oms().header("If-Match", "*").delete(path + "/suspension").then().statusCode(200);
        // While it is suspended no check is due, and none changes it in between.
        oms().post(path + "/suspension").then().statusCode(200);
        int removed =
                oms().header("If-Match", "\"x\", " + tag(path)).delete(path).statusCode();

        assertThat(removed).isBetween(200, 299);
        oms().get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "\"open", ",", "W/x", "\"a\" \"b\""})
    void refusesAConditionThatIsNone(String condition) {
        String path = domain("none-clinic.com");

        oms().header("If-Match", condition)
                .delete(path)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("If-Match"));
    }

    @Test
    void keepsTwoChangesOfAnOwnAccountApart() {
        String path = "/v1/clinics/clinic-tagged/own-account";
        String stale = tag(path);
        oms().get(path).then().body("exempt", equalTo(false));

        oms().header("If-Match", stale).put(path).then().statusCode(204);

        oms().header("If-Match", stale).delete(path).then().statusCode(412);
        oms().get(path).then().body("exempt", equalTo(true));
        oms().header("If-Match", tag(path)).delete(path).then().statusCode(204);
        oms().get(path).then().body("exempt", equalTo(false));
    }

    private static String domain(String domain) {
        World.register("clinic-tags", domain);
        return "/v1/domains/" + World.register("clinic-tags", domain).path("id");
    }

    private static String tag(String path) {
        return oms().get(path).then().statusCode(200).extract().header("ETag");
    }
}
