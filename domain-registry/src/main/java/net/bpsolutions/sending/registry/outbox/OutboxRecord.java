package net.bpsolutions.sending.registry.outbox;

import java.util.Map;
import net.bpsolutions.sending.registry.column.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record that is published once the transaction that wrote it has committed.
 *
 * @param payload null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // Written once, never compared.
public record OutboxRecord(
        String topic, @Nullable String recordKey, Map<String, String> headers, byte @Nullable [] payload) {

    /** The headers as the table keeps them. */
    public String headersText() {
        return JsonText.write(headers);
    }
}
