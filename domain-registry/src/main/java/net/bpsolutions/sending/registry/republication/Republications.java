package net.bpsolutions.sending.registry.republication;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The requests; one replica at a time works on one. */
@ApplicationScoped
class Republications implements PanacheRepositoryBase<Republication, UUID> {

    private static final String OPEN = """
            select id from registry.republication
             where done_at is null order by requested_at limit 1 for update skip locked""";
    private static final String WAITING = "select count(*) from (select from registry.outbox limit :most) waiting";

    Uni<Optional<Republication>> claimOpen() {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(OPEN, UUID.class).getSingleResultOrNull())
                .flatMap(id -> id == null
                        ? Uni.createFrom().item(Optional.empty())
                        : findById(id).map(Optional::ofNullable));
    }

    /** Whether the outbox holds as much as it should: events of today go before those of yesterday. */
    Uni<Boolean> isOutboxFull(int most) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(WAITING, Long.class)
                        .setParameter("most", most)
                        .getSingleResult())
                .map(waiting -> waiting >= most);
    }
}
