package net.bpsolutions.sending.registry.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import net.bpsolutions.sending.registry.column.HeadersColumn;
import org.jspecify.annotations.Nullable;

/** A Kafka record that is published once the transaction that wrote it has committed. */
@Entity
@Table(name = "outbox", schema = "registry")
class OutboxRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long position;

    String topic;

    @Column(name = "record_key")
    @Nullable String recordKey;

    @Convert(converter = HeadersColumn.class)
    Map<String, String> headers;

    byte @Nullable [] payload;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    OutboxRecord() {}

    OutboxRecord(String topic, @Nullable String recordKey, Map<String, String> headers, byte @Nullable [] payload) {
        this.topic = topic;
        this.recordKey = recordKey;
        this.headers = headers;
        this.payload = payload;
    }
}
