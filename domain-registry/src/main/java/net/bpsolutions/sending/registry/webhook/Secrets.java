package net.bpsolutions.sending.registry.webhook;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.bpsolutions.sending.registry.problem.ProblemType;
import net.bpsolutions.sending.registry.problem.RefusedException;
import net.bpsolutions.sending.registry.seal.Sealer;
import org.jspecify.annotations.Nullable;

/** Secrets of webhooks, sealed for the one that they belong to. */
@ApplicationScoped
class Secrets {

    private final Sealer sealer;

    Secrets(Sealer sealer) {
        this.sealer = sealer;
    }

    void requireKey() {
        if (!sealer.hasKey()) {
            throw new RefusedException(
                    ProblemType.WEBHOOKS_NOT_SET_UP, "The operator has not set a key that keeps their secrets.");
        }
    }

    Buffer seal(Secret secret, UUID webhookId) {
        return Buffer.buffer(sealer.seal(secret.octets(), purpose(webhookId)));
    }

    /** Those that sign now, the current one first. */
    List<Secret> inUse(WebhookRow.Secrets secrets, UUID webhookId, Instant now) {
        @Nullable Buffer previous = secrets.previous();
        @Nullable Instant until = secrets.previousUntil();
        Stream<Buffer> before =
                previous != null && until != null && now.isBefore(until) ? Stream.of(previous) : Stream.empty();
        return Stream.concat(Stream.of(secrets.current()), before)
                .map(kept -> Secret.of(sealer.open(kept.getBytes(), purpose(webhookId))))
                .toList();
    }

    private static String purpose(UUID webhookId) {
        return "webhook/" + webhookId;
    }
}
