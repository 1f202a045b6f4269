package net.bpsolutions.sending.gateway.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** What requests hold, which is kept no longer than a delivery may need it. */
final class Contents {

    private static final String CLEAR = """
            update gateway.request set content = null
            where key = $1
              and not exists (select from gateway.delivery where request_key = $1 and state in ('WAITING', 'SENDING'))""";

    private Contents() {}

    /** Forgets the content of a request none of whose deliveries is open. */
    static Uni<Void> clear(SqlConnection tx, long requestKey) {
        return tx.preparedQuery(CLEAR).execute(Tuple.of(requestKey)).replaceWithVoid();
    }
}
