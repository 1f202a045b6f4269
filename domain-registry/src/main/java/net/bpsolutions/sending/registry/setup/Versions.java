package net.bpsolutions.sending.registry.setup;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.bpsolutions.sending.registry.registration.DomainQueries;

/** Tells whether what setup pages show has changed, within the session that is open. */
final class Versions {

    private static final String FIND = """
            select r.setup_token, md5(concat_ws('/', r.sequence, r.last_checked_at, r.ownership_proven_at, r.flag,
                   r.dns_proof_wanted, r.own_account, c.requested_at))
              from registry.registration r
              left join registry.challenge c on c.registration_id = r.id
             where r.setup_token in (:tokens)""";

    private Versions() {}

    /** The version of a page; empty when the link leads nowhere. */
    static Uni<Optional<String>> of(String token) {
        return DomainQueries.couldBeSetupToken(token)
                ? of(List.of(token)).map(found -> Optional.ofNullable(found.get(token)))
                : Uni.createFrom().item(Optional.empty());
    }

    /** The versions of pages; of those whose link leads nowhere there is none. */
    static Uni<Map<String, String>> of(Collection<String> tokens) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(FIND, Tuple.class)
                        .setParameter("tokens", tokens)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, String.class))));
    }
}
