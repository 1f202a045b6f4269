package net.bpsolutions.sending.gateway.challenge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.mail.Address;
import org.jboss.logging.Logger;

/** Issues challenges: the row, and the message with the key, in the caller's transaction. */
@ApplicationScoped
public class ChallengeIssuer {

    private static final Logger LOG = Logger.getLogger(ChallengeIssuer.class);

    private final ChallengeStore store;
    private final ChallengeMessage message;
    private final Registrations registrations;
    private final ChallengeConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ChallengeIssuer(
            ChallengeStore store,
            ChallengeMessage message,
            Registrations registrations,
            GatewayConfig config,
            Clock clock) {
        this.store = store;
        this.message = message;
        this.registrations = registrations;
        this.config = config.challenge();
        this.clock = clock;
    }

    /**
     * Sends one message though several registrations of a domain wait for one: to that which has waited longest, so that
     * the next asking serves the next.
     *
     * @param orders of one domain, at least one
     */
    public Uni<Issue> issueOne(SqlConnection tx, List<ChallengeOrder> orders) {
        ChallengeOrder any = orders.getFirst();
        return store.lock(tx, any.domain())
                .chain(() -> store.latest(tx, any.domain()))
                .map(latest -> Collections.min(
                        orders, Comparator.comparing(order -> latest.getOrDefault(order.domainId(), Instant.EPOCH))))
                .chain(order -> issue(tx, order));
    }

    /** Sends a verification message unless that would be one too many. A new one voids the one before it. */
    public Uni<Issue> issue(SqlConnection tx, ChallengeOrder order) {
        // PostgreSQL keeps microseconds: what is compared later must not differ in the nanoseconds.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.lock(tx, order.domain())
                .chain(() -> store.recent(tx, order, now))
                .map(recent -> Issue.decide(recent, order.asked(), config.maxPerHour(), config.maxPerDay()))
                .invoke(issue -> LOG.infof(
                        "challenge %s domain=%s domainId=%s asked=%s",
                        issue, order.domain(), order.domainId(), order.asked()))
                .call(issue -> issue == Issue.ISSUED
                        ? send(tx, order, now)
                        : Uni.createFrom().voidItem());
    }

    /** Sends a new message to the mailbox that got one which is too old now; false when there is no need, or too soon. */
    public Uni<Boolean> renew(SqlConnection tx, Challenge old) {
        if (registrations.gone(old)) {
            return Uni.createFrom().item(false);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.mailboxOfLatest(tx, old, now)
                .chain(mailbox -> mailbox.map(
                                address -> issue(tx, order(old, address)).map(issue -> issue == Issue.ISSUED))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private static ChallengeOrder order(Challenge old, Address mailbox) {
        return new ChallengeOrder(
                UUID.nameUUIDFromBytes((old.id() + "/renewed").getBytes(StandardCharsets.UTF_8)),
                old.domainId(),
                old.clinicId(),
                old.domain(),
                mailbox,
                Issue.Asked.BY_MAIL,
                "an expired message came back");
    }

    private Uni<Void> send(SqlConnection tx, ChallengeOrder order, Instant now) {
        VerificationKey key = VerificationKey.generate(random);
        return store.replace(tx, order, key.hash(), now, now.plus(config.validity()))
                .chain(() -> message.enqueue(tx, order, key));
    }
}
