package net.bpsolutions.sending.registry.running;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many mails became what. */
@QuarkusTest
@WithTestResource(Parts.class)
class DeliveriesTest {

    @Test
    void countsWhatBecameOfMailsByTheDomainTheyWereSentFor() {
        publish("clinic-count", "ACCEPTED", "\"NATIVE\"", "jane@count-clinic.com", null);
        publish("clinic-count", "ACCEPTED", "\"FALLBACK\"", "blueprintoms@bp-solutions.net", "jane@count-clinic.com");
        publish("clinic-count", "REJECTED", "\"NATIVE\"", "jane@count-clinic.com", null);
        publish("clinic-count", "ACCEPTED", "\"NATIVE\"", "jane@another-count-clinic.com", null);
        publish("clinic-count-other", "ACCEPTED", "\"NATIVE\"", "jane@count-clinic.com", null);
        publish("clinic-count", "EXPIRED", "null", null, null);

        await().until(() -> sum("clinic_id = 'clinic-count'") == 5);
        assertThat(sum("clinic_id = 'clinic-count' and domain = 'count-clinic.com' and outcome = 'ACCEPTED'"))
                .isEqualTo(2);
        assertThat(sum("clinic_id = 'clinic-count' and domain = 'count-clinic.com' and outcome = 'REJECTED'"))
                .isEqualTo(1);
        assertThat(sum("clinic_id = 'clinic-count' and domain = '' and outcome = 'EXPIRED'"))
                .isEqualTo(1);
    }

    @Test
    void countsAnOutcomeOnceHoweverOftenItComes() {
        String twice = outcome(UUID.randomUUID(), "clinic-count-twice", "ACCEPTED", "jane@twice-count-clinic.com");
        World.publish(Topic.SEND_OUTCOMES, "clinic-count-twice/rem-1", twice);
        await().until(() -> sum("clinic_id = 'clinic-count-twice'") == 1);

        World.publish(
                Topic.SEND_OUTCOMES,
                List.of(
                        twice,
                        outcome(UUID.randomUUID(), "clinic-count-twice", "BOUNCED", "jane@twice-count-clinic.com"),
                        twice,
                        outcome(UUID.randomUUID(), "clinic-count-twice", "REJECTED", "jane@twice-count-clinic.com")));

        await().until(() -> sum("clinic_id = 'clinic-count-twice' and outcome = 'REJECTED'") == 1);
        assertThat(sum("clinic_id = 'clinic-count-twice' and outcome = 'ACCEPTED'"))
                .isEqualTo(1);
        assertThat(sum("clinic_id = 'clinic-count-twice'")).isEqualTo(3);
    }

    @Test
    void countsTheSameOutcomeOnceWhenItStandsTwiceAmongManyReadTogether() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String each = outcome(UUID.randomUUID(), "clinic-count-many", "ACCEPTED", "jane@many-count-clinic.com");
            many.addAll(List.of(each, each));
        }
        many.add(outcome(UUID.randomUUID(), "clinic-count-many", "EXPIRED", "jane@many-count-clinic.com"));

        World.publish(Topic.SEND_OUTCOMES, many);

        await().until(() -> sum("clinic_id = 'clinic-count-many' and outcome = 'EXPIRED'") == 1);
        assertThat(sum("clinic_id = 'clinic-count-many' and outcome = 'ACCEPTED'"))
                .isEqualTo(200);
    }

    @Test
    void countsByTheDayOnWhichItHappened() {
        LocalDate today = LocalDate.now(UTC);
        Instant night = today.atStartOfDay(UTC).toInstant().minusMillis(1);

        World.publish(
                Topic.SEND_OUTCOMES,
                List.of(
                        outcome(UUID.randomUUID(), "clinic-count-day", "ACCEPTED", "jane@day-count-clinic.com", night),
                        outcome(
                                UUID.randomUUID(),
                                "clinic-count-day",
                                "ACCEPTED",
                                "jane@day-count-clinic.com",
                                night.plusMillis(1))));

        await().until(() -> sum("clinic_id = 'clinic-count-day'") == 2);
        assertThat(sum("clinic_id = 'clinic-count-day' and day = '" + today.minusDays(1) + "'"))
                .isEqualTo(1);
        assertThat(sum("clinic_id = 'clinic-count-day' and day = '" + today + "'"))
                .isEqualTo(1);
    }

    @Test
    void keepsNobodysAddress() {
        publish("clinic-count-secret", "ACCEPTED", "\"NATIVE\"", "jane@secret-count-clinic.com", null);
        await().until(() -> sum("clinic_id = 'clinic-count-secret'") == 1);

        assertThat(Tables.number("""
                select count(*) from registry.delivery_count c where c::text like '%@%' or c::text like '%rem-1%'""")).isZero();
        assertThat(Tables.number("""
                select count(*) from information_schema.columns where table_schema = 'registry'
                   and table_name = 'counted_outcome' and column_name not in ('id', 'counted_at')""")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"EVAPORATED, clinic-count-odd", "ACCEPTED, clinic\\u0000count-odd", "ACCEPTED, "})
    void parksWhatItCannotCountAndCountsWhatStandsBesideIt(String outcome, @Nullable String clinic) {
        int before = World.parked(letters()).size();
        String domain = "odd-" + UUID.randomUUID() + ".com";

        World.publish(
                Topic.SEND_OUTCOMES,
                List.of(
                        outcome(UUID.randomUUID(), "clinic-count-odd", "ACCEPTED", "jane@" + domain),
                        outcome(UUID.randomUUID(), clinic == null ? "" : clinic, outcome, "jane@" + domain)
                                .replace("\"clinicId\":\"\"", "\"clinicId\":null"),
                        outcome(UUID.randomUUID(), "clinic-count-odd", "ACCEPTED", "jane@" + domain)));

        await().until(() -> sum("domain = '" + domain + "'") == 2);
        await().untilAsserted(() -> {
            var letters = letters();
            assertThat(World.parked(letters)).hasSize(before + 1);
            assertThat(letters)
                    .allSatisfy(
                            letter -> assertThat(World.json(letter).toString()).doesNotContain("@"));
        });
    }

    @Test
    void forgetsOldNumbersAndWhichOutcomesAreInThem() {
        Tables.sql("insert into registry.delivery_count values"
                + " ('clinic-count-old', 'old.com', current_date - 92, 'ACCEPTED', 7),"
                + " ('clinic-count-old', 'old.com', current_date - 88, 'ACCEPTED', 3)");
        Tables.sql("insert into registry.counted_outcome values"
                + " ('00000000-0000-0000-0000-000000000009', now() - interval '9 days'),"
                + " ('00000000-0000-0000-0000-000000000007', now() - interval '7 days')");

        await().until(() -> sum("clinic_id = 'clinic-count-old'") == 3);
        await().until(() -> Tables.number(
                        "select count(*) from registry.counted_outcome where id::text like '00000000-0000-0000-0000-%'")
                == 1);
        assertThat(
                        Tables.number(
                                "select count(*) from registry.counted_outcome where id = '00000000-0000-0000-0000-000000000007'"))
                .isEqualTo(1);
    }

    private static List<ConsumerRecord<String, byte[]>> letters() {
        return World.everythingOn("send-outcomes.domain-registry.dead-letter");
    }

    private static String outcome(UUID id, String clinic, String outcome, String from) {
        return outcome(id, clinic, outcome, from, Instant.now());
    }

    private static String outcome(UUID id, String clinic, String outcome, String from, Instant at) {
        return event(id, at, clinic, outcome, "\"NATIVE\"", from, null);
    }

    private static void publish(
            String clinic, String outcome, String name, @Nullable String from, @Nullable String replyTo) {
        World.publish(
                Topic.SEND_OUTCOMES,
                clinic + "/rem-1",
                event(UUID.randomUUID(), Instant.now(), clinic, outcome, name, from, replyTo));
    }

    private static String event(
            UUID id,
            Instant at,
            String clinic,
            String outcome,
            String name,
            @Nullable String from,
            @Nullable String replyTo) {
        return """
                {"id":"%s","occurredAt":"%s","requestId":"rem-1","clinicId":"%s","recipient":"patient@example.net",
                 "outcome":"%s","sendingAs":%s,"from":%s,"replyTo":%s,"messageId":null,"attempt":1,"smtpReply":null,
                 "reason":null}""".formatted(id, at.truncatedTo(ChronoUnit.MILLIS), clinic, outcome, name, text(from), text(replyTo));
    }

    private static String text(@Nullable String value) {
        return value == null ? "null" : '"' + value + '"';
    }

    private static long sum(String condition) {
        return Tables.number("select coalesce(sum(amount), 0) from registry.delivery_count where " + condition);
    }
}
