package net.bpsolutions.sending.gateway.outbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record to be.
 *
 * @param position where it stands in the outbox; 0 before it is there
 * @param topic the topic's name
 * @param key the record key; null for none
 * @param headers the record headers
 * @param payload the value; null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy for each read would cost more than it protects
record OutboxRow(
        long position, String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] payload) {}
