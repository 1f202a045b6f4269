package net.bpsolutions.sending.registry.checks;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.registry.paging.Cursor;
import net.bpsolutions.sending.registry.paging.Slice;

/** The checks that were taken in. */
@ApplicationScoped
class PastChecks implements PanacheRepositoryBase<PastCheck, PastCheck.Key> {

    static final String LIST = "checks";

    private static final Cursor NOW_ON = new Cursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    /** Keeps the check; empty when it was kept before. */
    Uni<Optional<PastCheck>> keep(UUID registrationId, DnsChecked check) {
        PastCheck fresh = new PastCheck(registrationId, check);
        return findById(fresh.key)
                .flatMap(known -> known == null
                        ? persist(fresh).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty()));
    }

    /** Checks of a registration from {@code since} until before {@code until}, latest first. */
    Uni<Slice<PastCheck>> list(UUID registrationId, Instant since, Instant until, Optional<Cursor> after, int limit) {
        Cursor start = after.orElse(NOW_ON);
        return find(
                        "key.registrationId = ?1 and (checkedAt < ?2 or (checkedAt = ?2 and key.eventId < ?3))"
                                + " and checkedAt >= ?4 and checkedAt < ?5 order by checkedAt desc, key.eventId desc",
                        registrationId,
                        start.at(),
                        start.id(),
                        since,
                        until)
                .range(0, limit)
                .list()
                .map(found -> Slice.of(
                        found, limit, LIST, last -> new Cursor(last.checkedAt, last.key.eventId()).position()));
    }
}
