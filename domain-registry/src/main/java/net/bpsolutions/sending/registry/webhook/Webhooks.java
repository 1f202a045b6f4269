package net.bpsolutions.sending.registry.webhook;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.WebhookConfig;
import net.bpsolutions.sending.registry.access.Caller;
import net.bpsolutions.sending.registry.problem.ProblemType;
import net.bpsolutions.sending.registry.problem.RefusedException;

/** Adds webhooks and gives them new secrets. */
@ApplicationScoped
class Webhooks {

    private final WebhookTable table;
    private final Targets targets;
    private final Routes routes;
    private final Secrets secrets;
    private final WebhookConfig config;
    private final InstantSource clock;

    Webhooks(
            WebhookTable table,
            Targets targets,
            Routes routes,
            Secrets secrets,
            RegistryConfig config,
            InstantSource clock) {
        this.table = table;
        this.targets = targets;
        this.routes = routes;
        this.secrets = secrets;
        this.config = config.webhooks();
        this.clock = clock;
    }

    Uni<WebhookSecretJson> add(Caller caller, NewWebhookJson wanted) {
        Optional<Set<String>> clinics = Optional.ofNullable(wanted.clinics()).or(caller::clinics);
        if (!caller.seesAll(clinics)) {
            throw new ForbiddenException();
        }
        secrets.requireKey();
        Secret secret = Secret.fresh();
        UUID id = UUID.randomUUID();
        WebhookRow row = new WebhookRow(
                id,
                wanted.url(),
                wanted.description(),
                clinics,
                new WebhookRow.Secrets(secrets.seal(secret, id), null, null),
                clock.instant(),
                new WebhookRow.Health(null, null, null));
        return routes.to(targets.read(wanted.url()))
                .invoke(Webhooks::requireOutside)
                .flatMap(_ -> table.insert(row, config.most()))
                .map(inserted -> answer(inserted, row, secret));
    }

    private static void requireOutside(Route route) {
        if (route instanceof Route.Inside) {
            throw new RefusedException(ProblemType.WEBHOOK_ADDRESS, "This name does not lead to the public internet.");
        }
    }

    private WebhookSecretJson answer(boolean inserted, WebhookRow row, Secret secret) {
        if (!inserted) {
            throw new RefusedException(
                    ProblemType.TOO_MANY_WEBHOOKS, "Remove one first; there may be " + config.most() + ".");
        }
        return new WebhookSecretJson(WebhookJson.of(row), secret.text());
    }

    /** The secret before keeps signing for a while, so that the receiver can change over in its own time. */
    Uni<WebhookSecretJson> rotate(Caller caller, UUID id) {
        secrets.requireKey();
        Secret secret = Secret.fresh();
        Instant overlapUntil = clock.instant().plus(config.overlap());
        return table.rotate(caller, id, secrets.seal(secret, id), overlapUntil)
                .map(found -> found.map(row -> new WebhookSecretJson(WebhookJson.of(row), secret.text()))
                        .orElseThrow(NotFoundException::new));
    }
}
