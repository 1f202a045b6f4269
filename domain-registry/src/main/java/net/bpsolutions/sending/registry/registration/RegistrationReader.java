package net.bpsolutions.sending.registry.registration;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.events.VerificationMethod;
import net.bpsolutions.sending.registry.column.VerdictsColumn;
import net.bpsolutions.sending.registry.lifecycle.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Reads one registration to show it, past Hibernate, which takes as long for it as everything else together (ADR 27). What
 * earlier checks showed is left out: decisions rest on it, and nothing is decided here.
 */
@ApplicationScoped
class RegistrationReader {

    private static final String COLUMNS = """
            select id, clinic_id, domain, setup_token, ownership_seed, registered_at, status, status_since, sending_as, sequence,
                   verified_at, own_account, held, ownership_method, ownership_proven_at, ownership_evidence, verdicts, last_checked_at,
                   next_check_at, urgent, flag, dns_proof_wanted
              from registry.registration
            """;
    private static final String BY_ID = COLUMNS + " where id = $1";
    private static final String BY_PAIR = COLUMNS + " where clinic_id = $1 and domain = $2";
    private static final VerdictsColumn VERDICTS = new VerdictsColumn();

    private final Pool pool;

    RegistrationReader(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<Registration>> get(UUID id) {
        return pool.preparedQuery(BY_ID).execute(Tuple.of(id)).map(RegistrationReader::first);
    }

    Uni<Optional<Registration>> of(String clinicId, DomainName domain) {
        return pool.preparedQuery(BY_PAIR)
                .execute(Tuple.of(clinicId, domain.value()))
                .map(RegistrationReader::first);
    }

    private static Optional<Registration> first(RowSet<Row> rows) {
        return rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(registration(rows.iterator().next()));
    }

    private static Registration registration(Row row) {
        Registration read = new Registration();
        read.id = row.getUUID("id");
        read.clinicId = row.getString("clinic_id");
        read.domain = row.getString("domain");
        read.setupToken = row.getString("setup_token");
        read.ownershipSeed = row.getString("ownership_seed");
        read.registeredAt = row.getOffsetDateTime("registered_at").toInstant();
        read.status = DomainStatus.valueOf(row.getString("status"));
        read.statusSince = row.getOffsetDateTime("status_since").toInstant();
        read.sendingAs = SendingAs.valueOf(row.getString("sending_as"));
        read.sequence = row.getLong("sequence");
        read.verifiedAt = time(row, "verified_at");
        read.ownAccount = row.getBoolean("own_account");
        read.held = row.getBoolean("held");
        read.proof = proof(row);
        read.verdicts = VERDICTS.convertToEntityAttribute(row.getString("verdicts"));
        read.evidence = Evidence.NONE;
        read.lastCheckedAt = time(row, "last_checked_at");
        read.nextCheckAt = time(row, "next_check_at");
        read.urgent = row.getBoolean("urgent");
        @Nullable String flag = row.getString("flag");
        read.flag = flag == null ? null : Flag.valueOf(flag);
        read.dnsProofWanted = row.getBoolean("dns_proof_wanted");
        return read;
    }

    private static @Nullable Proof proof(Row row) {
        @Nullable String method = row.getString("ownership_method");
        return method == null
                ? null
                : new Proof(
                        VerificationMethod.valueOf(method),
                        row.getOffsetDateTime("ownership_proven_at").toInstant(),
                        row.getString("ownership_evidence"));
    }

    private static @Nullable Instant time(Row row, String column) {
        @Nullable OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
