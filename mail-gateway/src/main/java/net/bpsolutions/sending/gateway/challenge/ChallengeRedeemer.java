package net.bpsolutions.sending.gateway.challenge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.events.VerificationCompleted;
import net.bpsolutions.sending.events.VerificationMethod;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.challenge.Redemption.AlreadyUsed;
import net.bpsolutions.sending.gateway.challenge.Redemption.Completed;
import net.bpsolutions.sending.gateway.challenge.Redemption.Expired;
import net.bpsolutions.sending.gateway.challenge.Redemption.TooManyTries;
import net.bpsolutions.sending.gateway.challenge.Redemption.WrongKey;
import net.bpsolutions.sending.gateway.outbox.Outbox;
import org.jboss.logging.Logger;

/** Redeems keys: the use, and the event that tells of it, in the caller's transaction. */
@ApplicationScoped
public class ChallengeRedeemer {

    private static final Logger LOG = Logger.getLogger(ChallengeRedeemer.class);

    private final ChallengeStore store;
    private final Outbox outbox;
    private final Registrations registrations;
    private final ChallengeConfig config;
    private final Clock clock;

    ChallengeRedeemer(
            ChallengeStore store, Outbox outbox, Registrations registrations, GatewayConfig config, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.registrations = registrations;
        this.config = config.challenge();
        this.clock = clock;
    }

    /** Of any number of redemptions of a key at the same time exactly one is {@link Completed}. */
    public Uni<Redemption> redeem(SqlConnection tx, DomainName domain, VerificationKey key, VerificationMethod method) {
        return redeem(tx, domain, key, method, "");
    }

    /** The domain that a key was made for; {@code guess} when no message held it. */
    public Uni<DomainName> domainOf(SqlConnection tx, VerificationKey key, DomainName guess) {
        return store.domainOf(tx, key.hash()).map(known -> known.orElse(guess));
    }

    /**
     * The same with what is known of the mail that brought the key.
     *
     * @param evidence goes into the event; no address
     */
    public Uni<Redemption> redeem(
            SqlConnection tx, DomainName domain, VerificationKey key, VerificationMethod method, String evidence) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.lockAll(tx, domain)
                .map(challenges -> Redemption.of(challenges, key.hash(), now, config.maxWrongTries()))
                .map(this::stillWanted)
                .call(redemption -> carryOut(tx, redemption, method, evidence, now))
                .invoke(redemption -> LOG.infof(
                        "key presented domain=%s method=%s outcome=%s",
                        domain, method, redemption.getClass().getSimpleName()));
    }

    /** The registry takes no proof for a registration that was removed, whether or not it was made anew since. */
    private Redemption stillWanted(Redemption redemption) {
        return redemption instanceof Completed(var challenge) && registrations.gone(challenge)
                ? new Expired(challenge)
                : redemption;
    }

    private Uni<Void> carryOut(
            SqlConnection tx, Redemption redemption, VerificationMethod method, String evidence, Instant now) {
        return switch (redemption) {
            case Completed(var challenge) -> complete(tx, challenge, method, evidence, now);
            case WrongKey(var countsAt) -> store.countWrongTry(tx, countsAt);
            case AlreadyUsed _, Expired _, TooManyTries _ -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> complete(
            SqlConnection tx, Challenge challenge, VerificationMethod method, String evidence, Instant now) {
        VerificationCompleted event = new VerificationCompleted(
                completionId(challenge.id()),
                now,
                challenge.domainId(),
                challenge.clinicId(),
                challenge.domain(),
                method,
                "challenge " + challenge.id() + " redeemed by " + method + evidence);
        return store.markUsed(tx, challenge.id(), now)
                .chain(() -> outbox.append(
                        tx, Topic.VERIFICATION_COMPLETED, challenge.domain().value(), event));
    }

    private static UUID completionId(UUID challengeId) {
        return UUID.nameUUIDFromBytes((challengeId + "/completed").getBytes(StandardCharsets.UTF_8));
    }
}
