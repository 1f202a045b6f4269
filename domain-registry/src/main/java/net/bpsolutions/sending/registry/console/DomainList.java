package net.bpsolutions.sending.registry.console;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.registry.paging.Slice;
import org.jspecify.annotations.Nullable;

/** Finds registrations. */
@ApplicationScoped
class DomainList {

    private final Pool pool;

    DomainList(Pool pool) {
        this.pool = pool;
    }

    Uni<Slice<ListedDomain>> page(Wanted wanted) {
        Search search = Search.of(wanted);
        return run(search).map(search::slice);
    }

    /** Every registration of a domain, that of {@code but} excepted: whoever else claims it; the first page of them. */
    Uni<List<ListedDomain>> claimants(String domain, UUID but) {
        Search search = Search.claimants(domain, but);
        return run(search).map(found -> search.slice(found).items());
    }

    private Uni<List<ListedDomain>> run(Search search) {
        return pool.preparedQuery(search.query()).execute(search.values()).map(DomainList::rows);
    }

    private static List<ListedDomain> rows(RowSet<Row> rows) {
        List<ListedDomain> found = new ArrayList<>();
        rows.forEach(row -> found.add(new ListedDomain(
                row.getUUID(0),
                row.getString(1),
                row.getString(2),
                DomainStatus.valueOf(row.getString(3)),
                SendingAs.valueOf(row.getString(4)),
                row.getOffsetDateTime(5).toInstant(),
                row.getOffsetDateTime(6).toInstant(),
                instant(row.getOffsetDateTime(7)),
                row.getBoolean(8),
                row.getBoolean(9))));
        return found;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
