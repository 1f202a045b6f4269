package net.bpsolutions.sending.registry.outbox;

import static java.util.stream.Collectors.joining;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What the unit of work of this context has to tell. It is written at the unit's end, many records with one statement: a
 * batch of due checks then costs a few round trips to the database and not one for each check.
 */
final class Pending {

    private static final int AT_ONCE = 50;
    private static final int COLUMNS = 4;
    private static final String INSERT = "insert into registry.outbox (topic, record_key, headers, payload) values ";

    private final List<OutboxRecord> records = new ArrayList<>();

    private Pending() {}

    /** Starts with nothing. */
    static void begin() {
        Vertx.currentContext().putLocal(Pending.class.getName(), new Pending());
    }

    static void add(OutboxRecord told) {
        current().records.add(told);
    }

    /** Writes what was added, in the same order. */
    static Uni<Void> write() {
        return write(current().records);
    }

    private static Uni<Void> write(List<OutboxRecord> left) {
        if (left.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        int rows = Math.min(AT_ONCE, left.size());
        return Panache.getSession()
                .flatMap(session -> insert(session, left.subList(0, rows)).executeUpdate())
                .flatMap(_ -> write(left.subList(rows, left.size())));
    }

    private static Mutiny.MutationQuery insert(Mutiny.Session session, List<OutboxRecord> records) {
        Mutiny.MutationQuery insert = session.createNativeQuery(INSERT
                + IntStream.range(0, records.size()).mapToObj(Pending::row).collect(joining(",")));
        for (int i = 0; i < records.size(); i++) {
            OutboxRecord told = records.get(i);
            int first = COLUMNS * i + 1;
            insert.setParameter(first, told.topic())
                    .setParameter(first + 1, told.recordKey() == null ? "" : told.recordKey())
                    .setParameter(first + 2, told.headersText())
                    .setParameter(first + 3, told.payload() == null ? new byte[0] : told.payload());
        }
        return insert;
    }

    /** Parameters of a native query cannot be null. */
    private static String row(int index) {
        int first = COLUMNS * index + 1;
        return "(?%d, nullif(?%d, ''), ?%d, nullif(?%d, cast('' as bytea)))"
                .formatted(first, first + 1, first + 2, first + 3);
    }

    private static Pending current() {
        return Vertx.currentContext().getLocal(Pending.class.getName());
    }
}
