package net.bpsolutions.sending.gateway.inbound.imap;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Claims as rows: a hash that says nothing, and when. */
@ApplicationScoped
class FetchedMailTable implements Claims {

    private static final String CLAIM = """
            insert into gateway.fetched_mail as known (id, claimed_until, attempts)
            values ($1, now() + $2 * interval '1 millisecond', 1)
            on conflict (id) do update
            set claimed_until = excluded.claimed_until, attempts = known.attempts + 1
            where known.done_at is null and known.claimed_until < now()
            returning attempts""";
    private static final String IS_DONE = """
            select done_at is not null as done, coalesce(done_at < now() - interval '1 day', false) as long_ago
              from gateway.fetched_mail where id = $1""";
    private static final String DONE = "update gateway.fetched_mail set done_at = now() where id = $1";
    private static final String LATER =
            "update gateway.fetched_mail set claimed_until = now() + $2 * interval '1 millisecond' where id = $1";

    private final Pool pool;

    FetchedMailTable(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Claim> claim(String mail, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(mail, lease.toMillis()))
                .chain(rows -> rows.size() > 0 ? ours(rows) : othersOrDone(mail));
    }

    private static Uni<Claim> ours(RowSet<Row> rows) {
        return Uni.createFrom().item(new Claim.Ours(rows.iterator().next().getInteger("attempts")));
    }

    private Uni<Claim> othersOrDone(String mail) {
        return pool.preparedQuery(IS_DONE).execute(Tuple.of(mail)).chain(rows -> {
            boolean done = rows.size() > 0 && rows.iterator().next().getBoolean("done");
            return done
                    ? remembered(mail, rows.iterator().next()).replaceWith(new Claim.Done())
                    : Uni.createFrom().item(new Claim.NotNow());
        });
    }

    /** What is done is forgotten a month after it was seen last: forgotten while it lies there, it would be done again. */
    private Uni<Void> remembered(String mail, Row known) {
        return known.getBoolean("long_ago") ? done(mail) : Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> done(String mail) {
        return pool.preparedQuery(DONE).execute(Tuple.of(mail)).replaceWithVoid();
    }

    @Override
    public Uni<Void> later(String mail, Duration pause) {
        return pool.preparedQuery(LATER)
                .execute(Tuple.of(mail, pause.toMillis()))
                .replaceWithVoid();
    }
}
