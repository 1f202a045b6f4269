package net.bpsolutions.sending.gateway.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import net.bpsolutions.sending.gateway.GatewayConfig;

/** Keeps a clinic's mail from a recipient for a time; other clinics are not concerned. */
@ApplicationScoped
class Suppressing {

    private static final String SUPPRESS = """
            insert into gateway.suppression (clinic_id, address, reason, expires_at)
            values ($1, $2, $3, now() + make_interval(secs => $4))
            on conflict (clinic_id, address) do update
            set reason = excluded.reason, since = now(), expires_at = excluded.expires_at""";

    private final double seconds;

    Suppressing(GatewayConfig config) {
        this.seconds = config.ledger().suppression().toSeconds();
    }

    /** From now on, anew if it was there already. */
    Uni<Void> suppress(SqlConnection tx, String clinicId, String recipient, String reason) {
        return tx.preparedQuery(SUPPRESS)
                .execute(Tuple.of(clinicId, recipient.toLowerCase(Locale.ROOT), reason, seconds))
                .replaceWithVoid();
    }
}
