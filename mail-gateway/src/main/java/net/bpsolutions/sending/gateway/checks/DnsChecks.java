package net.bpsolutions.sending.gateway.checks;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.checks.CheckReading.Checked;
import net.bpsolutions.sending.gateway.checks.CheckReading.Refused;
import net.bpsolutions.sending.gateway.database.TemporaryFaults;
import net.bpsolutions.sending.gateway.deadletter.DeadLetters;
import net.bpsolutions.sending.gateway.deadletter.Unreadable;
import net.bpsolutions.sending.gateway.outbox.Transactions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears what DNS said. A poll batch is acknowledged when all of it is written, or put aside. */
@ApplicationScoped
class DnsChecks {

    private static final Logger LOG = Logger.getLogger(DnsChecks.class);

    private final CheckReader reader;
    private final CheckedDomains domains;
    private final DeadLetters deadLetters;
    private final Transactions transactions;

    DnsChecks(CheckReader reader, CheckedDomains domains, DeadLetters deadLetters, Transactions transactions) {
        this.reader = reader;
        this.domains = domains;
        this.deadLetters = deadLetters;
        this.transactions = transactions;
    }

    private record Received(ConsumerRecord<String, byte[]> record, CheckReading reading) {}

    @Incoming("dns-checked")
    Uni<Void> take(ConsumerRecords<String, byte[]> batch) {
        return Uni.createFrom()
                .item(() -> read(batch))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(received -> write(received).onFailure().recoverWithUni(fault -> eachAlone(received, fault)));
    }

    private List<Received> read(ConsumerRecords<String, byte[]> batch) {
        List<Received> received = new ArrayList<>(batch.count());
        batch.forEach(record -> received.add(new Received(record, reader.read(record.value()))));
        return received;
    }

    private Uni<Void> write(List<Received> batch) {
        List<CheckedDomain> checks = new ArrayList<>();
        Uni<Void> aside = Uni.createFrom().voidItem();
        for (Received received : batch) {
            switch (received.reading()) {
                case Checked(var domain) when domain.records().byName().isEmpty() -> {
                    // What was not looked at is as it was.
                }
                case Checked(var domain) -> checks.add(domain);
                case Refused(var reason) -> aside = aside.chain(() -> putAside(received, reason));
            }
        }
        Uni<Void> all = aside;
        return TemporaryFaults.outlast(() -> transactions.without(database -> domains.take(database, checks)))
                .chain(() -> all);
    }

    /** One bad record must cost no other. */
    private Uni<Void> eachAlone(List<Received> batch, Throwable fault) {
        LOG.warnf("a batch of %d DNS checks failed, trying each alone: %s", batch.size(), fault.getClass());
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(received -> write(List.of(received))
                        .onFailure()
                        .recoverWithUni(() -> putAside(received, Unreadable.PROCESSING_FAILED)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> putAside(Received received, Unreadable reason) {
        return TemporaryFaults.outlast(
                () -> transactions.run(tx -> deadLetters.append(tx, Topic.DNS_CHECKED, received.record(), reason)));
    }
}
