package net.bpsolutions.sending.registry.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.problem.Quota;
import net.bpsolutions.sending.registry.running.Parts;
import net.bpsolutions.sending.registry.running.World;
import org.junit.jupiter.api.Test;

/** Strangers may have DNS asked, but not as often as they like. */
@QuarkusTest
@WithTestResource(Parts.class)
class StrangersRateTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void letsTheQuotaThroughAndThenWhatGrowsBack() {
        StrangersRate rate = perMinute(2);

        assertThat(rate.take(0)).isEmpty();
        assertThat(rate.take(0)).isEmpty();
        assertThat(rate.take(0)).contains(Duration.ofSeconds(30));
        assertThat(rate.take(30 * SECOND)).isEmpty();
        assertThat(rate.take(30 * SECOND)).isPresent();
    }

    @Test
    void asksNothingOnceTheQuotaIsUsedUp() {
        StrangersRate usedUp = perMinute(1);
        assertThat(usedUp.take()).isEmpty();
        QuarkusMock.installMockForType(usedUp, StrangersRate.class);

        given().formParam("domain", "too-often.com")
                .post("/guide")
                .then()
                .statusCode(429)
                .contentType("text/html")
                .header("Retry-After", matchesPattern("[1-9]\\d?"))
                .body(containsString("Many domains are being looked at"))
                .body(containsString("mte1._domainkey.too-often.com"));

        assertThat(World.on(Topic.DNS_CHECK_REQUESTED, "too-often.com")).isEmpty();
    }

    private static StrangersRate perMinute(long amount) {
        return new StrangersRate(new RequestRate(new Quota("test", amount, Duration.ofMinutes(1))));
    }
}
