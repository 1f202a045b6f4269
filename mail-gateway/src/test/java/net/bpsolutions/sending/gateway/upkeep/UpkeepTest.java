package net.bpsolutions.sending.gateway.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class UpkeepTest {

    private static final String COUNTED = """
            insert into gateway.answer (address_hash, day, answers)
            values (convert_to(?, 'UTF8'), (now() at time zone 'UTC')::date - ?::int, 1)""";
    private static final String FETCHED = """
            insert into gateway.fetched_mail (id, claimed_until, attempts, done_at)
            values (?, now() - ?::interval, 1, now() - nullif(?, '')::interval)""";

    @Inject
    Upkeep upkeep;

    private final String name = UUID.randomUUID().toString();

    @Test
    void forgetsWhatWasCountedBeforeYesterday() {
        EmbeddedParts.database().execute(COUNTED, name, "0");
        EmbeddedParts.database().execute(COUNTED, name, "1");
        EmbeddedParts.database().execute(COUNTED, name, "2");

        upkeep.tidyUp().await().atMost(Duration.ofSeconds(40));

        assertThat(one("select count(*)::text from gateway.answer where address_hash = convert_to(?, 'UTF8')", name))
                .isEqualTo("2");
    }

    @Test
    void forgetsMailsThatAreDoneOrGoneForAMonth() {
        EmbeddedParts.database().execute(FETCHED, name + "/done", "31 days", "31 days");
        EmbeddedParts.database().execute(FETCHED, name + "/gone", "31 days", "");
        EmbeddedParts.database().execute(FETCHED, name + "/new", "31 days", "29 days");
        EmbeddedParts.database().execute(FETCHED, name + "/waiting", "29 days", "");

        upkeep.tidyUp().await().atMost(Duration.ofSeconds(40));

        assertThat(one(
                        "select string_agg(split_part(id, '/', 2), ' ' order by id) from gateway.fetched_mail where id like ?",
                        name + "%"))
                .isEqualTo("new waiting");
    }

    @Test
    void forgetsDomainsThatNobodyChecksAnyMore() {
        EmbeddedParts.database().execute("""
                insert into gateway.checked_domain (domain, checked_at, records)
                values ('old.example', now() - interval '91 days', '{}'),
                       ('not-so-old.example', now() - interval '89 days', '{}')""");

        upkeep.tidyUp().await().atMost(Duration.ofSeconds(40));

        assertThat(EmbeddedParts.database()
                        .one("select domain from gateway.checked_domain where domain like '%old.example'"))
                .isEqualTo("not-so-old.example");
    }

    @Test
    void forgetsSuppressionsThatAreOverAndCancellationsOfLongAgo() {
        EmbeddedParts.database().execute("""
                insert into gateway.suppression (clinic_id, address, reason, expires_at)
                values (?, 'over@example.org', 'test', now() - interval '1 minute'),
                       (?, 'still@example.org', 'test', now() + interval '1 hour')""", name, name);
        EmbeddedParts.database().execute("""
                insert into gateway.cancellation (clinic_id, request_id, requested_at)
                values (?, 'old', now() - interval '368 days'), (?, 'young', now() - interval '366 days')""", name, name);

        upkeep.tidyUp().await().atMost(Duration.ofSeconds(40));

        assertThat(one("select string_agg(address, ' ') from gateway.suppression where clinic_id = ?", name))
                .isEqualTo("still@example.org");
        assertThat(one("select string_agg(request_id, ' ') from gateway.cancellation where clinic_id = ?", name))
                .isEqualTo("young");
    }

    @Test
    void forgetsTheMailboxesOfMessagesThatExpiredAMonthAgo() {
        challenge("31 days");
        challenge("29 days");

        upkeep.tidyUp().await().atMost(Duration.ofSeconds(40));

        assertThat(one(
                        "select string_agg(coalesce(mailbox, '-') || '/' || coalesce(evidence, '-'), ' ' order by expires_at)"
                                + " from gateway.challenge where clinic_id = ?",
                        name))
                .isEqualTo("-/- jane@old.example/spf=none");
    }

    private void challenge(String expiredFor) {
        EmbeddedParts.database().execute("""
                insert into gateway.challenge
                       (id, domain_id, clinic_id, domain, key_hash, issued_at, expires_at, mailbox, evidence)
                values (gen_random_uuid(), gen_random_uuid(), ?, 'old.example', sha256(convert_to(?, 'UTF8')), now(),
                        now() - ?::interval, 'jane@old.example', 'spf=none')""", name, name + expiredFor, expiredFor);
    }

    private static String one(String sql, String parameter) {
        return EmbeddedParts.database().one(sql, parameter);
    }
}
