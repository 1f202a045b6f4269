package net.bpsolutions.sending.registry.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.SendOutcome;

/** Counts mails by clinic, domain, day (UTC) and outcome, each event once: one statement, which is a transaction of its own. */
@ApplicationScoped
class DeliveryCounts {

    /** In the order of the keys, so that two replicas never wait for each other. */
    private static final String COUNT = """
            with told as (
                select distinct on (id) id, clinic_id, domain, day, outcome
                  from unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::text[])
                       as told (id, clinic_id, domain, day, outcome)
                 order by id
            ), fresh as (
                insert into registry.counted_outcome (id, counted_at)
                select id, $6::timestamptz from told order by id
                    on conflict do nothing
                returning id
            )
            insert into registry.delivery_count as known (clinic_id, domain, day, outcome, amount)
            select clinic_id, domain, day, outcome, count(*) from told join fresh using (id)
             group by 1, 2, 3, 4 order by 1, 2, 3, 4
                on conflict (clinic_id, domain, day, outcome) do update set amount = known.amount + excluded.amount""";

    private final Pool pool;
    private final InstantSource clock;

    DeliveryCounts(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Void> count(List<SendOutcome> outcomes) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(each(outcomes, SendOutcome::id, UUID[]::new))
                        .addArrayOfString(each(outcomes, SendOutcome::clinicId, String[]::new))
                        .addArrayOfString(each(outcomes, DeliveryCounts::domain, String[]::new))
                        .addArrayOfLocalDate(each(outcomes, DeliveryCounts::day, LocalDate[]::new))
                        .addArrayOfString(
                                each(outcomes, outcome -> outcome.outcome().name(), String[]::new))
                        .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static String domain(SendOutcome outcome) {
        return SentFor.of(outcome).map(DomainName::value).orElse("");
    }

    private static LocalDate day(SendOutcome outcome) {
        return LocalDate.ofInstant(outcome.occurredAt(), ZoneOffset.UTC);
    }

    private static <T> T[] each(List<SendOutcome> outcomes, Function<SendOutcome, T> field, IntFunction<T[]> array) {
        return outcomes.stream().map(field).toArray(array);
    }
}
