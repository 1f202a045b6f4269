package net.bpsolutions.sending.gateway.challenge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.challenge.ChallengeRequestReading.Order;
import net.bpsolutions.sending.gateway.challenge.ChallengeRequestReading.Refused;
import net.bpsolutions.sending.gateway.database.TemporaryFaults;
import net.bpsolutions.sending.gateway.deadletter.DeadLetters;
import net.bpsolutions.sending.gateway.deadletter.Unreadable;
import net.bpsolutions.sending.gateway.outbox.Transactions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Sends the verification message when OMS or the setup page asks. Acknowledged when it is committed. */
@ApplicationScoped
class ChallengeRequests {

    private static final Logger LOG = Logger.getLogger(ChallengeRequests.class);

    private final ChallengeIssuer issuer;
    private final DeadLetters deadLetters;
    private final Transactions transactions;
    private final ObjectMapper json;

    ChallengeRequests(ChallengeIssuer issuer, DeadLetters deadLetters, Transactions transactions, ObjectMapper json) {
        this.issuer = issuer;
        this.deadLetters = deadLetters;
        this.transactions = transactions;
        this.json = json;
    }

    @Incoming("challenge-requested")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return switch (ChallengeRequestReading.of(record.value(), json)) {
            case Order(var order) -> issue(record, order);
            case Refused(var reason) -> putAside(record, reason);
        };
    }

    private Uni<Void> issue(ConsumerRecord<String, byte[]> record, ChallengeOrder order) {
        return TemporaryFaults.outlast(() -> transactions.run(tx -> issuer.issue(tx, order)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf("challenge not issued domain=%s: %s", order.domain(), failure.getClass());
                    return putAside(record, Unreadable.PROCESSING_FAILED);
                });
    }

    private Uni<Void> putAside(ConsumerRecord<String, byte[]> record, Unreadable reason) {
        return TemporaryFaults.outlast(
                () -> transactions.run(tx -> deadLetters.append(tx, Topic.CHALLENGE_REQUESTED, record, reason)));
    }
}
