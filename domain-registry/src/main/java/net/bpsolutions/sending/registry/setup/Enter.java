package net.bpsolutions.sending.registry.setup;

import java.util.List;
import java.util.stream.IntStream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.registration.DomainJson.RecordJson;
import net.bpsolutions.sending.registry.words.Prose;

/**
 * How records are entered at a DNS host.
 *
 * @param keeper the DNS host
 * @param zone what it adds to names
 * @param prose what the records are called
 */
record Enter(Keeper keeper, DomainName zone, Prose prose) {

    List<Entry> all(List<RecordJson> records) {
        return IntStream.range(0, records.size())
                .mapToObj(index -> one(records.get(index), index + 1))
                .toList();
    }

    Entry one(RecordJson record, int number) {
        String title = prose.say("step." + record.purpose(), number);
        return new Entry(number, title, record, keeper.host(record.name(), zone), keeper);
    }
}
