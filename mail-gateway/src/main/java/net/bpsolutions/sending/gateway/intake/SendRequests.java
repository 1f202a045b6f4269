package net.bpsolutions.sending.gateway.intake;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import net.bpsolutions.sending.gateway.dispatch.Dispatcher;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Takes send requests in. A poll batch is acknowledged when all of it is committed. */
@ApplicationScoped
class SendRequests {

    private static final Logger LOG = Logger.getLogger(SendRequests.class);

    private final RequestReader reader;
    private final RequestStore store;
    private final Dispatcher dispatcher;

    SendRequests(RequestReader reader, RequestStore store, Dispatcher dispatcher) {
        this.reader = reader;
        this.store = store;
        this.dispatcher = dispatcher;
    }

    @Incoming("send-requests")
    Uni<Void> take(ConsumerRecords<String, byte[]> batch) {
        return Uni.createFrom()
                .item(() -> read(batch))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(received ->
                        store.commit(received).onFailure().recoverWithUni(fault -> oneByOne(received, fault)))
                .onItem()
                .invoke(dispatcher::poke);
    }

    private List<Received> read(ConsumerRecords<String, byte[]> batch) {
        List<Received> received = new ArrayList<>(batch.count());
        batch.forEach(record -> received.add(new Received(record, reader.read(record.value()))));
        return received;
    }

    /** One bad record must not keep the others from being sent. */
    private Uni<Void> oneByOne(List<Received> batch, Throwable fault) {
        LOG.warnf("a batch of %d send requests failed, trying each alone: %s", batch.size(), fault.getClass());
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(received ->
                        store.commit(List.of(received)).onFailure().recoverWithUni(() -> store.giveUp(received)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
