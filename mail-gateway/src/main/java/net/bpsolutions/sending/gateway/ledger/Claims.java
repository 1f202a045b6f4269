package net.bpsolutions.sending.gateway.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.outbox.Outbox;

/** Takes send requests in, whole poll batches at once. The first content under an id counts, whatever comes later. */
@ApplicationScoped
public class Claims {

    private final ClaimRows rows;
    private final Outbox outbox;
    private final Clock clock;

    Claims(ClaimRows rows, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * How a batch went.
     *
     * @param taken new requests that will be sent
     * @param refused requests that will not, told to the producer
     * @param repeated requests that were known, with the same content
     */
    public record Report(int taken, int refused, int repeated) {}

    /** Takes in what is new and tells what is refused. The same batch again changes nothing. */
    public Uni<Report> claim(SqlConnection tx, List<Entry> batch) {
        Map<RequestId, Entry> firsts = new TreeMap<>();
        List<Entry> others = new ArrayList<>();
        for (Entry entry : batch) {
            if (firsts.putIfAbsent(entry.id(), entry) != null) {
                others.add(entry);
            }
        }
        return rows.insert(tx, firsts.values()).flatMap(taken -> {
            Set<RequestId> ids = ids(taken);
            firsts.values().stream().filter(entry -> !ids.contains(entry.id())).forEach(others::add);
            Uni<List<Entry>> refused = others.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : rows.insertRefusals(tx, others).map(told -> ClaimRows.matching(others, told));
            return refused.flatMap(duplicates -> tell(tx, firsts, ids, duplicates, batch.size()));
        });
    }

    private Uni<Report> tell(
            SqlConnection tx, Map<RequestId, Entry> firsts, Set<RequestId> taken, List<Entry> duplicates, int all) {
        Instant now = Instant.now(clock);
        List<SendOutcome> outcomes = new ArrayList<>();
        for (RequestId id : taken) {
            Entry entry = firsts.get(id);
            if (entry != null && entry.content() instanceof Entry.Refused refused) {
                outcomes.add(Outcomes.refusal(entry, refused.reason(), now));
            }
        }
        int sendable = taken.size() - outcomes.size();
        duplicates.forEach(entry -> outcomes.add(Outcomes.refusal(entry, "duplicate-id", now)));
        Report report = new Report(sendable, outcomes.size(), all - sendable - outcomes.size());
        return outbox.appendAll(
                        tx,
                        Topic.SEND_OUTCOMES,
                        outcomes.stream()
                                .map(outcome -> new Outbox.Keyed<>(outcome.requestId(), outcome))
                                .toList())
                .replaceWith(report);
    }

    private static Set<RequestId> ids(RowSet<Row> rows) {
        Set<RequestId> ids = new HashSet<>();
        StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new RequestId(row.getString(0), row.getString(1)))
                .forEach(ids::add);
        return ids;
    }
}
