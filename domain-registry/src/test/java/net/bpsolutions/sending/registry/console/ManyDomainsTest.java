package net.bpsolutions.sending.registry.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import net.bpsolutions.sending.registry.running.Parts;
import net.bpsolutions.sending.registry.running.Tables;
import net.bpsolutions.sending.registry.running.Tokens;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One clinic among many. */
@QuarkusTest
@WithTestResource(Parts.class)
class ManyDomainsTest {

    private static final Logger LOG = Logger.getLogger(ManyDomainsTest.class);

    /** Far above what is measured: it tells a page that reads everything, not a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final String REGISTRATIONS = """
            insert into registry.registration (id, clinic_id, domain, setup_token, registered_at, status, status_since,
                                               sending_as, sequence, own_account, verdicts)
            select gen_random_uuid(), 'crowd-' || i % 8000, 'crowd-' || i || '.com', 'crowd-' || i,
                   now() - i * interval '20 seconds',
                   case when i % 500 = 0 then 'LAPSED' when i % 700 = 0 then 'DEGRADED' when i % 10 = 0 then 'PENDING'
                        else 'VERIFIED' end,
                   now(), 'NATIVE', 2, false, repeat(' ', 1500) || '[]'
              from generate_series(1, 20000) i""";
    private static final String MOVES = """
            insert into registry.past_transition (registration_id, sequence, occurred_at, status, sending_as,
                                                  previous_status, cause, event_id)
            select id, s, registered_at, case s when 1 then 'PENDING' else status end, 'NATIVE',
                   case s when 1 then null else 'PENDING' end, 'registered', gen_random_uuid()
              from registry.registration, generate_series(1, 2) s where clinic_id like 'crowd-%'""";

    @BeforeAll
    static void gather() {
        Tables.sql(REGISTRATIONS);
        Tables.sql(MOVES);
        Tables.sql("analyze registry.registration");
        Tables.sql("analyze registry.past_transition");
    }

    @AfterAll
    static void disperse() {
        Tables.sql("delete from registry.registration where clinic_id like 'crowd-%'");
        Tables.sql("analyze registry.registration");
    }

    @Test
    void findsOneAtOnce() {
        for (String page : List.of(
                "/console",
                "/console?domain=crowd-17777",
                "/console?clinic=crowd-1234",
                "/console?status=LAPSED",
                "/console?only=ATTENTION",
                "/console?only=FLAGGED",
                "/console?domain=nobody-has-this")) {
            timed(page);
            Duration taken = timed(page);

            LOG.infof("%s took %d ms", page, taken.toMillis());
            assertThat(taken).as(page).isLessThan(PATIENCE);
        }
    }

    @Test
    void searchesByARangeOfTheIndex() {
        assertThat(Tables.plan("""
                select id from registry.registration where domain like 'crowd-17777%' order by domain, id limit 51""")).contains("registration_by_domain").doesNotContain("Seq Scan");
    }

    private static Duration timed(String page) {
        long began = System.nanoTime();
        given().header("Authorization", "Bearer " + Tokens.with("operator"))
                .get(page)
                .then()
                .statusCode(200);
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
