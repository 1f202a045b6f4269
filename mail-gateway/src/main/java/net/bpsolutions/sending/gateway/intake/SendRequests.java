package net.bpsolutions.sending.gateway.intake;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.database.TemporaryFaults;
import net.bpsolutions.sending.gateway.deadletter.DeadLetters;
import net.bpsolutions.sending.gateway.deadletter.Unreadable;
import net.bpsolutions.sending.gateway.dispatch.Dispatcher;
import net.bpsolutions.sending.gateway.ledger.Claims;
import net.bpsolutions.sending.gateway.ledger.Entry;
import net.bpsolutions.sending.gateway.outbox.Transactions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes send requests into the ledger. A poll batch is acknowledged when all of it is committed. */
@ApplicationScoped
class SendRequests {

    private static final Logger LOG = Logger.getLogger(SendRequests.class);

    private final RequestReader reader;
    private final Claims claims;
    private final DeadLetters deadLetters;
    private final Transactions transactions;
    private final Dispatcher dispatcher;
    private final IntakeFigures figures;

    SendRequests(
            RequestReader reader,
            Claims claims,
            DeadLetters deadLetters,
            Transactions transactions,
            Dispatcher dispatcher,
            IntakeFigures figures) {
        this.reader = reader;
        this.claims = claims;
        this.deadLetters = deadLetters;
        this.transactions = transactions;
        this.dispatcher = dispatcher;
        this.figures = figures;
    }

    private record Read(ConsumerRecord<String, byte[]> record, Reading reading) {}

    @Incoming("send-requests")
    Uni<Void> take(ConsumerRecords<String, byte[]> batch) {
        return Uni.createFrom()
                .item(() -> readAll(batch))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(read -> commit(read).onFailure().recoverWithUni(fault -> oneByOne(read, fault)))
                .onItem()
                .invoke(dispatcher::poke);
    }

    private List<Read> readAll(ConsumerRecords<String, byte[]> batch) {
        List<Read> read = new ArrayList<>(batch.count());
        batch.forEach(record -> read.add(new Read(record, reader.read(record.value()))));
        return read;
    }

    /** Outlasts what passes by itself; fails only when trying again cannot help. */
    private Uni<Void> commit(List<Read> batch) {
        return TemporaryFaults.outlast(() -> transactions.run(tx -> store(tx, batch)))
                .invoke(figures::count)
                .replaceWithVoid();
    }

    private Uni<Claims.Report> store(SqlConnection tx, List<Read> batch) {
        List<Entry> entries = new ArrayList<>();
        Uni<Void> parked = Uni.createFrom().voidItem();
        for (Read read : batch) {
            switch (read.reading()) {
                case Reading.Understood(var entry) -> entries.add(entry);
                case Reading.Nameless(var reason) -> parked = parked.flatMap(before -> park(tx, read.record(), reason));
            }
        }
        return parked.flatMap(done -> claims.claim(tx, entries));
    }

    /** One bad record must not keep the others from being sent. */
    private Uni<Void> oneByOne(List<Read> batch, Throwable fault) {
        LOG.warnf("a batch of %d send requests failed, trying each alone: %s", batch.size(), fault.getClass());
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(
                        read -> commit(List.of(read)).onFailure().recoverWithUni(() -> giveUp(read)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> giveUp(Read read) {
        return TemporaryFaults.outlast(
                () -> transactions.run(tx -> park(tx, read.record(), Unreadable.PROCESSING_FAILED)));
    }

    private Uni<@Nullable Void> park(SqlConnection tx, ConsumerRecord<?, ?> record, Unreadable reason) {
        return deadLetters.append(tx, Topic.SEND_REQUESTS, record, reason);
    }
}
