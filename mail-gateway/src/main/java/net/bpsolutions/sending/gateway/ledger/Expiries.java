package net.bpsolutions.sending.gateway.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.outbox.Outbox;
import net.bpsolutions.sending.gateway.outbox.Transactions;
import net.bpsolutions.sending.gateway.startup.StartupGate;
import org.jboss.logging.Logger;

/** Ends what is past its time without waiting for its turn: a relay that crawls or is away keeps no producer in the dark. */
@ApplicationScoped
class Expiries {

    private static final Logger LOG = Logger.getLogger(Expiries.class);
    private static final int AT_ONCE = 200;

    /**
     * The request first, like every booking. Nothing expires before it is due, so that only the backlog is looked at. Of
     * our own mails nobody is told, and what they pass on must reach a person: they end when it is their turn.
     */
    private static final String FIND = """
            select r.key
            from gateway.delivery d join gateway.request r on r.key = d.request_key
            where d.state = 'WAITING' and d.due_at <= now() and d.expires_at <= now() and r.kind = 'SEND_REQUEST'
            limit $1
            for update of r skip locked""";

    private static final String EXPIRE = """
            update gateway.delivery d
            set state = 'EXPIRED', smtp_reply = null, reason = 'expired', updated_at = now()
            from gateway.request r
            where r.key = any ($1) and d.request_key = r.key and d.state = 'WAITING' and d.expires_at <= now()
            returning r.clinic_id, r.request_id, d.position, d.recipient, d.attempt, d.updated_at""";

    private final Transactions transactions;
    private final Outbox outbox;
    private final StartupGate gate;
    private final MeterRegistry metrics;

    Expiries(Transactions transactions, Outbox outbox, StartupGate gate, MeterRegistry metrics) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.gate = gate;
        this.metrics = metrics;
    }

    /** What cannot be booked now is found again the next time. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return gate.isOpen()
                ? all().onFailure().recoverWithNull()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> all() {
        return transactions
                .run(this::some)
                .flatMap(found -> found == AT_ONCE ? all() : Uni.createFrom().voidItem());
    }

    Uni<Integer> some(SqlConnection tx) {
        return tx.preparedQuery(FIND).execute(Tuple.of(AT_ONCE)).flatMap(found -> {
            Long[] requests = StreamSupport.stream(found.spliterator(), false)
                    .map(row -> row.getLong(0))
                    .distinct()
                    .toArray(Long[]::new);
            return requests.length == 0
                    ? Uni.createFrom().item(0)
                    : expire(tx, requests).replaceWith(found.size());
        });
    }

    private Uni<Void> expire(SqlConnection tx, Long[] requests) {
        return tx.preparedQuery(EXPIRE)
                .execute(Tuple.of(requests))
                .flatMap(expired -> tell(tx, expired))
                .flatMap(told -> Contents.clear(tx, requests));
    }

    private Uni<Void> tell(SqlConnection tx, RowSet<Row> expired) {
        LOG.infof("EXPIRED: %d deliveries that waited for their turn", expired.size());
        metrics.counter("mail.attempts", "outcome", "expired").increment(expired.size());
        List<Outbox.Keyed<SendOutcome>> outcomes = StreamSupport.stream(expired.spliterator(), false)
                .map(row -> new Outbox.Keyed<>(row.getString("request_id"), Outcomes.expired(row)))
                .toList();
        return outbox.appendAll(tx, Topic.SEND_OUTCOMES, outcomes);
    }
}
