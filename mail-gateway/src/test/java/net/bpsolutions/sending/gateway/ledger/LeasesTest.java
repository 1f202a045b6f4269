package net.bpsolutions.sending.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import net.bpsolutions.sending.gateway.parts.Database;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class LeasesTest {

    private final Database database = EmbeddedParts.database();
    private final String clinic = "clinic-" + UUID.randomUUID();

    @Test
    void findsLeasesToRenewByTheirTokens() {
        database.execute("""
                with asked as (
                    insert into gateway.request (kind, clinic_id, request_id, content_hash)
                    values ('SEND_REQUEST', ?, 'many', '') returning key)
                insert into gateway.delivery
                    (request_key, position, recipient, state, due_at, expires_at, lease_token, message_id)
                select key, n, '', 'SENDING', 'infinity', 'infinity', gen_random_uuid(), ''
                from asked, generate_series(1, 5000) n""", clinic);
        try {
            database.execute("analyze gateway.delivery");

            String plan = database.one("explain (format json) "
                    + Leases.RENEW.replace("$2", "30").replace("$1", "array['" + UUID.randomUUID() + "'::uuid]"));

            assertThat(plan).contains("delivery_by_lease");
        } finally {
            database.execute("delete from gateway.request where clinic_id = ?", clinic);
        }
    }
}
