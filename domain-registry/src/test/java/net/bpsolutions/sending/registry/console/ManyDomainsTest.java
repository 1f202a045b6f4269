package net.bpsolutions.sending.registry.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.bpsolutions.sending.registry.paging.Cursor;
import net.bpsolutions.sending.registry.running.Parts;
import net.bpsolutions.sending.registry.running.Tables;
import net.bpsolutions.sending.registry.running.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One clinic among many, and one moment of many: what is read does not grow with what there is. */
@QuarkusTest
@WithTestResource(Parts.class)
class ManyDomainsTest {

    /** A page, a row more, and what else stands beside them in the same part of an index. */
    private static final int FEW = 150;

    private static final String REGISTRATIONS = """
            insert into registry.registration (id, clinic_id, domain, setup_token, registered_at, status, status_since,
                                               sending_as, sequence, own_account, verdicts)
            select gen_random_uuid(), 'crowd-' || i % 2000, 'crowd-' || i || '.com', 'crowd-' || i,
                   now() - i * interval '20 seconds',
                   case when i % 500 = 0 then 'LAPSED' when i % 700 = 0 then 'DEGRADED' when i % 4 = 0 then 'PENDING'
                        else 'VERIFIED' end,
                   now(), 'NATIVE', 2, false, repeat(' ', 1000) || '[]'
              from generate_series(1, 6000) i""";
    private static final String MOVES = """
            insert into registry.past_transition (registration_id, sequence, occurred_at, status, sending_as,
                                                  previous_status, cause, event_id)
            select id, s, registered_at, case s when 1 then 'PENDING' else status end, 'NATIVE',
                   case s when 1 then null else 'PENDING' end, 'registered', gen_random_uuid()
              from registry.registration, generate_series(1, 2) s where clinic_id like 'crowd-%'""";
    private static final String CHECKS = """
            insert into registry.past_check (registration_id, event_id, cause_id, checked_at, verdicts, nameservers)
            select id, gen_random_uuid(), gen_random_uuid(),
                   timestamptz '2026-11-20T03:12:30Z' - i * interval '10 minutes', '[]', '[]'
              from registry.registration, generate_series(-500, 500) i where domain = 'crowd-4777.com'
             union all
            select id, gen_random_uuid(), gen_random_uuid(), timestamptz '2026-11-20T03:12:30Z', '[]', '[]'
              from registry.registration where clinic_id like 'crowd-%'""";
    private static final List<String> TABLES = List.of("registration", "past_transition", "past_check");

    @Inject
    Pool pool;

    @BeforeAll
    static void gather() {
        Tables.sql(REGISTRATIONS);
        Tables.sql(MOVES);
        Tables.sql(CHECKS);
        TABLES.forEach(table -> Tables.sql("analyze registry." + table));
    }

    @AfterAll
    static void disperse() {
        Tables.sql("delete from registry.registration where clinic_id like 'crowd-%'");
        TABLES.forEach(table -> Tables.sql("analyze registry." + table));
    }

    static Stream<Wanted> searches() {
        String names = Cursor.encode("console-names", "crowd-3.com~" + UUID.randomUUID());
        String ages = Cursor.encode("console-ages", "2026-11-20T03:12:00Z~" + UUID.randomUUID());
        return Stream.of(
                wanted("", "", "", "", ""),
                wanted("", "", "", "", ages),
                wanted("crowd-4777", "", "", "", ""),
                wanted("crowd-", "", "", "", ""),
                wanted("crowd-", "", "", "", names),
                wanted("nobody-has-this", "", "", "", ""),
                wanted("", "crowd-1234", "", "", ""),
                wanted("", "crowd-1234", "PENDING", "", ""),
                wanted("", "nobody", "", "", ""),
                wanted("", "", "LAPSED", "", ""),
                wanted("", "", "LAPSED", "", ages),
                wanted("crowd-", "", "LAPSED", "", ""),
                wanted("", "", "", "ATTENTION", ""),
                wanted("", "", "", "FLAGGED", ""));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void readsAPartOfAnIndexAndNeverEveryRegistration(Wanted wanted) {
        Search search = Search.of(wanted);

        Plan plan = Plan.of(pool, search.query(), search.values());

        assertThat(plan.steps())
                .as(plan.toString())
                .doesNotContain("Seq Scan")
                .anyMatch(step -> step.contains("Index"));
        assertThat(plan.read()).as(plan.toString()).isLessThan(FEW);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 42})
    void readsTheChecksUntilOneMomentAndNotThoseAfterIt(int limit) {
        Plan plan =
                Plan.of(pool, PastTables.LOOKS, Tuple.of(one(), OffsetDateTime.parse("2026-11-20T03:12:59Z"), limit));

        assertThat(plan.steps()).as(plan.toString()).doesNotContain("Seq Scan", "Sort");
        assertThat(plan.read()).as(plan.toString()).isBetween(1L, (long) limit);
    }

    @Test
    void readsTheTransitionsOfTheOneAndNotThoseOfOthers() {
        Plan plan =
                Plan.of(pool, PastTables.MOVES, Tuple.of(one(), Instant.now().atOffset(ZoneOffset.UTC), 42));

        assertThat(plan.steps()).as(plan.toString()).doesNotContain("Seq Scan");
        assertThat(plan.read()).as(plan.toString()).isEqualTo(2);
    }

    @Test
    void findsTheOne() {
        assertThat(page("/console?domain=crowd-4777"))
                .contains("crowd-4777.com", "/console/clinic?id=crowd-777")
                .doesNotContain("crowd-4778.com");
        assertThat(page("/console?clinic=crowd-777"))
                .contains("crowd-777.com", "crowd-2777.com", "crowd-4777.com")
                .doesNotContain("crowd-778.com");
        assertThat(page("/console?domain=nobody-has-this")).contains("Nothing is registered that fits");
    }

    @Test
    void tellsWhatHappenedAtAMoment() {
        String page = page("/console/domains/" + one() + "?at=2026-11-20T03:12");

        assertThat(page)
                .contains("Checked: 0 of 3 records in place, at 2026-11-20 03:12:30 UTC")
                .contains("<span class=\"time\">2026-11-20 04:12:30</span>")
                .doesNotContain("<span class=\"time\">2026-11-20 04:22:30</span>");
    }

    private static UUID one() {
        return UUID.fromString(Tables.text("select id from registry.registration where domain = 'crowd-4777.com'"));
    }

    private static Wanted wanted(String domain, String clinic, String status, String only, String cursor) {
        Wanted wanted = new Wanted();
        wanted.domain = domain;
        wanted.clinic = clinic;
        wanted.status = status;
        wanted.only = only;
        wanted.cursor = cursor;
        return wanted;
    }

    private static String page(String path) {
        return given().header("Authorization", "Bearer " + Tokens.with("operator"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
