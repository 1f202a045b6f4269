package net.bpsolutions.sending.gateway.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import net.bpsolutions.sending.events.SendCancellation;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.database.TemporaryFaults;
import net.bpsolutions.sending.gateway.deadletter.DeadLetters;
import net.bpsolutions.sending.gateway.deadletter.Unreadable;
import net.bpsolutions.sending.gateway.ledger.Cancellations;
import net.bpsolutions.sending.gateway.ledger.RequestId;
import net.bpsolutions.sending.gateway.outbox.Transactions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes cancellations; one may come before the request it is about. */
@ApplicationScoped
class SendCancellations {

    private final ObjectMapper json;
    private final Cancellations cancellations;
    private final DeadLetters deadLetters;
    private final Transactions transactions;

    SendCancellations(
            ObjectMapper json, Cancellations cancellations, DeadLetters deadLetters, Transactions transactions) {
        this.json = json;
        this.cancellations = cancellations;
        this.deadLetters = deadLetters;
        this.transactions = transactions;
    }

    private sealed interface Read {
        record Cancel(RequestId id) implements Read {}

        record Park(Unreadable reason) implements Read {}
    }

    @Incoming("send-cancellations")
    Uni<Void> take(ConsumerRecord<String, byte[]> record) {
        Read read = read(record);
        return TemporaryFaults.outlast(() -> transactions.run(tx -> store(tx, record, read)))
                .onFailure()
                .recoverWithUni(() -> park(record, Unreadable.PROCESSING_FAILED));
    }

    private Uni<Void> store(SqlConnection tx, ConsumerRecord<String, byte[]> record, Read read) {
        return switch (read) {
            case Read.Cancel(var id) -> cancellations.cancelForGood(tx, id).replaceWithVoid();
            case Read.Park(var reason) -> deadLetters.append(tx, Topic.SEND_CANCELLATIONS, record, reason);
        };
    }

    private Uni<Void> park(ConsumerRecord<String, byte[]> record, Unreadable reason) {
        return TemporaryFaults.outlast(
                () -> transactions.run(tx -> deadLetters.append(tx, Topic.SEND_CANCELLATIONS, record, reason)));
    }

    private Read read(ConsumerRecord<String, byte[]> record) {
        try {
            SendCancellation asked =
                    record.value() == null ? null : json.readValue(record.value(), SendCancellation.class);
            if (asked == null) {
                return new Read.Park(Unreadable.MALFORMED_JSON);
            }
            return asked.clinicId() == null || asked.requestId() == null
                    ? new Read.Park(Unreadable.MISSING_FIELD)
                    : new Read.Cancel(new RequestId(asked.clinicId(), asked.requestId()));
        } catch (IOException notJson) {
            return new Read.Park(Unreadable.MALFORMED_JSON);
        } catch (IllegalArgumentException unusable) {
            return new Read.Park(Unreadable.INVALID_VALUE);
        }
    }
}
