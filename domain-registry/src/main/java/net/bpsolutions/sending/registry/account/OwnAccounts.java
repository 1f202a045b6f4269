package net.bpsolutions.sending.registry.account;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Which clinics are exempt. A lock per clinic keeps registering and exempting apart. */
@ApplicationScoped
public class OwnAccounts implements PanacheRepositoryBase<OwnAccount, String> {

    /** Waits for registrations of the clinic that are under way, and they for this: registry.exempt_until_commit. */
    private static final String EXCLUSIVE =
            "select 1 from pg_advisory_xact_lock(hashtextextended('own-account/' || :clinicId, 0))";

    private final Outbox outbox;
    private final ExemptRegistrations registrations;
    private final InstantSource clock;

    OwnAccounts(Outbox outbox, ExemptRegistrations registrations, InstantSource clock) {
        this.outbox = outbox;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Whether the clinic is exempt now. */
    public Uni<Boolean> isExempt(String clinicId) {
        return findById(clinicId).map(account -> account != null && account.exempt);
    }

    /** Publishes the event of the next exempt clinic after {@code clinicId} again, as it was; empty at the end. */
    public Uni<Optional<String>> republishAfter(String clinicId) {
        return find("exempt and clinicId > ?1 order by clinicId", clinicId)
                .firstResult()
                .flatMap(next -> next == null
                        ? Uni.createFrom().item(Optional.empty())
                        : republish(next.clinicId).replaceWith(Optional.of(next.clinicId)));
    }

    /** Read again under the lock, so that no later event can be overtaken. */
    private Uni<Void> republish(String clinicId) {
        return lock(clinicId)
                .flatMap(_ -> Panache.getSession())
                .flatMap(session -> findById(clinicId).call(session::refresh))
                .flatMap(account -> account.exempt
                        ? outbox.append(
                                Topic.SENDER_STATUS,
                                SenderStatus.key(clinicId, SenderStatus.ANY_DOMAIN),
                                account.event(account.republished()))
                        : done());
    }

    /** The clinic's account as it is shown. */
    public Uni<OwnAccountJson> show(String clinicId) {
        return findById(clinicId).map(found -> OwnAccountJson.of(clinicId, found));
    }

    /** Begins or ends the exemption, for every registration of the clinic and for all its other domains. */
    public Uni<Void> become(String clinicId, boolean exempt, Consumer<OwnAccountJson> expectation) {
        Instant now = clock.instant();
        return lock(clinicId)
                .flatMap(_ -> findById(clinicId))
                .invoke(found -> expectation.accept(OwnAccountJson.of(clinicId, found)))
                .flatMap(found -> known(found, clinicId, now))
                .flatMap(account -> account.become(exempt, now) ? tell(account, now) : done());
    }

    private Uni<OwnAccount> known(@Nullable OwnAccount found, String clinicId, Instant now) {
        return found == null
                ? persist(new OwnAccount(clinicId, now))
                : Uni.createFrom().item(found);
    }

    private Uni<Void> tell(OwnAccount account, Instant now) {
        UUID causeId = UUID.randomUUID();
        String key = SenderStatus.key(account.clinicId, SenderStatus.ANY_DOMAIN);
        Uni<Void> any = account.exempt
                ? outbox.append(Topic.SENDER_STATUS, key, account.event(causeId))
                : outbox.appendTombstone(Topic.SENDER_STATUS, key, causeId, now);
        return any.flatMap(_ -> registrations.become(account.clinicId, account.exempt, causeId, now));
    }

    /** Not as a query: Hibernate keeps a new plan for each that it does not know the result of, and looks through all. */
    private static Uni<Void> lock(String clinicId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(EXCLUSIVE)
                        .setParameter("clinicId", clinicId)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
