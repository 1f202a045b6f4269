package net.bpsolutions.sending.registry.running;

import static io.restassured.RestAssured.get;
import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.register;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The database comes late and goes away: nobody notices but those who need it. */
@QuarkusTest
@TestProfile(DatabaseAwayTest.OfItsOwn.class)
@QuarkusTestResource(value = LatePostgres.class, restrictToAnnotatedClass = true)
class DatabaseAwayTest {

    /** A registry of its own, so that the other tests keep their database. */
    public static final class OfItsOwn implements QuarkusTestProfile {}

    @Test
    void waitsForTheDatabaseAndOutlivesItsRestart() {
        get("/q/health/live").then().statusCode(200);
        get("/q/health/ready").then().statusCode(503);
        get("/q/health/started").then().statusCode(503);
        unavailable();

        LatePostgres.begin();
        ready();
        register("clinic-9", "late-clinic.com").then().statusCode(201);

        LatePostgres.end();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get("/q/health/ready").then().statusCode(503));
        get("/q/health/live").then().statusCode(200);
        unavailable();

        LatePostgres.begin();
        ready();
        oms().get("/v1/domains?clinicId=clinic-9").then().statusCode(200).body("items.size()", equalTo(1));
    }

    private static void ready() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get("/q/health/ready").then().statusCode(200));
    }

    private static void unavailable() {
        oms().get("/v1/domains")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", endsWith("/unavailable"));
    }
}
