package net.bpsolutions.sending.gateway.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** What requests hold, which is kept no longer than a delivery may need it. */
final class Contents {

    private static final String CLEAR = """
            update gateway.request r set content = null
            where r.key = any ($1)
              and not exists (select from gateway.delivery
                              where request_key = r.key and state in ('WAITING', 'SENDING'))""";

    private Contents() {}

    /** Forgets the content of those requests none of whose deliveries is open. */
    static Uni<Void> clear(SqlConnection tx, Long... requestKeys) {
        return tx.preparedQuery(CLEAR).execute(Tuple.of(requestKeys)).replaceWithVoid();
    }
}
