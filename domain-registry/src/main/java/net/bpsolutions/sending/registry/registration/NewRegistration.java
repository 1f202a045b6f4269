package net.bpsolutions.sending.registry.registration;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.account.OwnAccounts;
import org.jspecify.annotations.Nullable;

/** A registration that is about to be written. */
record NewRegistration(
        UUID id,
        String clinicId,
        DomainName domain,
        @Nullable String contactEmail,
        String setupToken,
        @Nullable Flag flag) {

    private static final String INSERT = """
            insert into registry.registration
                   (id, clinic_id, domain, contact_email, setup_token, registered_at, status_since, next_check_at,
                    flag, own_account, sending_as)
            select :id, :clinicId, :domain, nullif(:contactEmail, ''), :setupToken, :now, :now, :nextCheckAt,
                   nullif(:flag, ''), exempt, case when exempt then 'OWN_ACCOUNT' else 'FALLBACK' end
              from (select exists (select from registry.own_account where clinic_id = :clinicId and exempt) as exempt) clinic
            on conflict (clinic_id, domain) do nothing""";

    /** Whether it was written; false when the clinic has registered the domain before. */
    Uni<Boolean> insert(Instant now, Instant nextCheckAt) {
        return OwnAccounts.holdStill(clinicId)
                .flatMap(_ -> Panache.getSession())
                .flatMap(session -> session.createNativeQuery(INSERT)
                        .setParameter("id", id)
                        .setParameter("clinicId", clinicId)
                        .setParameter("domain", domain.value())
                        .setParameter("contactEmail", contactEmail == null ? "" : contactEmail)
                        .setParameter("setupToken", setupToken)
                        .setParameter("flag", flag == null ? "" : flag.name())
                        .setParameter("now", now)
                        .setParameter("nextCheckAt", nextCheckAt)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }
}
