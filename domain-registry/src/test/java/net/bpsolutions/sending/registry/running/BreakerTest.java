package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.World.eventually;
import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.registered;
import static net.bpsolutions.sending.registry.running.World.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.bpsolutions.sending.events.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Too much goes bad at once: nobody loses the own name until it is known whose fault it is. */
@QuarkusTest
@WithTestResource(Parts.class)
class BreakerTest {

    private static final String CANARY = "bp-solutions.net";

    @BeforeEach
    @AfterEach
    void countAfresh() {
        oms().delete("/v1/breaker").then().statusCode(200);
    }

    @Test
    void freezesWhileTheVendorsOwnDomainIsBad() {
        Instant now = Instant.now();
        String id = verified("canary-clinic.com", now.minus(Duration.ofHours(9)));
        World.checked(CANARY, "OK", now.minusSeconds(9));
        World.checked(CANARY, "MISSING", now.minusSeconds(8));
        await().until(() -> frozen());

        for (int hours = 8; hours > 4; hours--) {
            World.checked("canary-clinic.com", "MISSING", now.minus(Duration.ofHours(hours)));
        }
        await().until(() -> resource(id).findValuesAsText("state").contains("MISSING"));
        String promoted = verified("promoted-clinic.com", now);
        assertThat(status(id)).isEqualTo("VERIFIED");
        assertThat(status(promoted)).isEqualTo("VERIFIED");

        World.checked(CANARY, "OK", now);
        await().until(() -> !frozen());
        for (int hours = 4; hours > 1; hours--) {
            World.checked("canary-clinic.com", "MISSING", now.minus(Duration.ofHours(hours)));
        }
        eventually(id, "DEGRADED");
    }

    @Test
    void doesNotTrustACanaryThatWasNeverGood() {
        World.checked(CANARY, "MISSING", Instant.now());
        String marker = verified("never-good-canary-clinic.com", Instant.now());

        assertThat(status(marker)).isEqualTo("VERIFIED");
        assertThat(frozen()).isFalse();
    }

    @Test
    void freezesWhenTooManyGoBadAtOnceAndThawsByItself() {
        Instant now = Instant.now();
        List<String> domains = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            domains.add("sweep" + i + "-clinic.com");
        }
        domains.forEach(domain -> registered("clinic-sweep", domain));
        World.checked(domains, "OK", now.minusSeconds(60));

        World.checked(domains, "MISSING", now);
        await().until(() -> frozen());
        oms().get("/v1/breaker").then().statusCode(200).body("reason", equalTo("SWEEP"));

        Tables.sql("insert into registry.sweep_check select now(), false from generate_series(1, 200)");
        await().until(() -> !frozen());
    }

    /** Anybody may ask for checks of one broken domain. */
    @Test
    void isNotKeptFrozenByOneDomainHoweverOftenItIsChecked() {
        Instant now = Instant.now();
        List<String> domains = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            domains.add("often" + i + "-clinic.com");
        }
        domains.forEach(domain -> registered("clinic-often", domain));
        World.checked(domains, "OK", now.minusSeconds(600));
        World.checked(domains, "MISSING", now.minusSeconds(500));
        await().until(() -> frozen());

        String last = domains.removeLast();
        World.checked(Collections.nCopies(50, last), "MISSING", now.minusSeconds(400));
        World.checked(domains, "OK", now.minusSeconds(300));
        World.checked(domains, "OK", now.minusSeconds(200));

        await().until(() -> !frozen());
        assertThat(Tables.number("select count(*) from registry.sweep_check where domain = '" + last + "'"))
                .isEqualTo(1);
    }

    @Test
    void isNotFrozenByACheckOfTheVendorsOwnDomainThatComesLate() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        World.checked(CANARY, "OK", now.minusSeconds(9));
        await().until(() -> canaryWasSeenAt(now.minusSeconds(9)));
        String since = oms().get("/v1/breaker").then().extract().path("since");

        World.checked(CANARY, "MISSING", now.minusSeconds(10));
        World.checked(CANARY, "OK", now.minusSeconds(8));

        await().until(() -> canaryWasSeenAt(now.minusSeconds(8)));
        oms().get("/v1/breaker").then().body("frozen", equalTo(false)).body("since", equalTo(since));
    }

    @Test
    void isNotTrippedByAFew() {
        Instant now = Instant.now();
        List<String> ids = new ArrayList<>();
        List<String> domains = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            domains.add("few" + i + "-clinic.com");
            ids.add(registered("clinic-few", domains.getLast()));
        }
        World.checked(domains, "OK", now.minusSeconds(60));
        World.checked(domains, "MISSING", now);
        await().untilAsserted(() -> assertThat(ids)
                .allSatisfy(
                        id -> assertThat(resource(id).findValuesAsText("state")).contains("MISSING")));

        assertThat(frozen()).isFalse();
    }

    @Test
    void hasTheVendorsOwnDomainLookedAt() {
        Tables.sql("update registry.breaker set canary_due = now()");

        await().untilAsserted(() -> assertThat(World.on(Topic.DNS_CHECK_REQUESTED, CANARY))
                .isNotEmpty()
                .allSatisfy(order -> assertThat(World.json(order).findValuesAsText("purpose"))
                        .containsOnly("DKIM")));
    }

    private static String verified(String domain, Instant at) {
        String id = registered("clinic-breaker", domain);
        World.checked(domain, "OK", at);
        World.proven(id, "clinic-breaker", domain, "LINK");
        eventually(id, "VERIFIED");
        return id;
    }

    private static boolean canaryWasSeenAt(Instant at) {
        return Tables.text("select canary_seen_at = '" + at + "' from registry.breaker")
                .equals("t");
    }

    private static String status(String id) {
        return resource(id).path("status").asText();
    }

    private static boolean frozen() {
        return oms().get("/v1/breaker").then().statusCode(200).extract().path("frozen");
    }
}
