package net.bpsolutions.sending.registry.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.registry.precondition.Tagged;
import org.jspecify.annotations.Nullable;

/**
 * A webhook. Its secret is not shown again.
 *
 * @param id the webhook
 * @param url where deliveries are sent
 * @param description for people
 * @param clinics whose domains are told of; null for all
 * @param createdAt when it was added
 * @param failingSince when deliveries began to fail; null while they succeed
 * @param disabledAt when it was disabled; null while it is in use
 * @param disabledBecause a code, {@code gone} or {@code failing}
 * @param previousSecretUntil until when deliveries are also signed with the secret before
 */
public record WebhookJson(
        UUID id,
        String url,
        @Nullable String description,
        @Nullable List<String> clinics,
        Instant createdAt,
        @Nullable Instant failingSince,
        @Nullable Instant disabledAt,
        @Nullable String disabledBecause,
        @Nullable Instant previousSecretUntil)
        implements Tagged {

    static WebhookJson of(WebhookRow row) {
        return new WebhookJson(
                row.id(),
                row.url(),
                row.description(),
                row.clinics().map(names -> names.stream().sorted().toList()).orElse(null),
                row.createdAt(),
                row.health().failingSince(),
                row.health().disabledAt(),
                row.health().disabledBecause(),
                row.secrets().previousUntil());
    }
}
