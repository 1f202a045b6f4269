package net.bpsolutions.sending.registry.webhook;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.regex.Pattern;
import net.bpsolutions.sending.registry.webhook.WebhookRow.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be told to a webhook.
 *
 * @param position its place in the table
 * @param webhookId whom to tell
 * @param url where
 * @param secrets to sign with, sealed
 * @param attempt counts from 1
 * @param event what to tell
 */
record Delivery(long position, UUID webhookId, String url, Secrets secrets, int attempt, Told event) {

    /**
     * A record of sender-status.
     *
     * @param id the same however often it is told
     * @param occurredAt ISO-8601
     * @param key clinic and domain
     * @param payload the event as JSON; null when the pair was removed
     */
    record Told(
            String id,
            String occurredAt,
            String key,
            @Nullable String payload) {

        private static final Pattern SLASH = Pattern.compile("/");

        /** The body, the same octets in every attempt. */
        String body() {
            String type = payload == null ? "sender-status.removed" : "sender-status.changed";
            String data = payload == null ? removed() : payload;
            return "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":%s}".formatted(type, occurredAt, data);
        }

        private String removed() {
            String[] pair = SLASH.split(key, 2);
            return new JsonObject()
                    .put("clinicId", pair[0])
                    .put("domain", pair[1])
                    .encode();
        }
    }
}
