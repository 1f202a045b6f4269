package net.bpsolutions.sending.registry.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.problem.RefusedException;

/** Makes one attempt at a delivery: looks where it goes, signs it, sends it. */
@ApplicationScoped
class Courier {

    private final Targets targets;
    private final Routes routes;
    private final Secrets secrets;
    private final Postman postman;
    private final InstantSource clock;

    Courier(Targets targets, Routes routes, Secrets secrets, Vertx vertx, RegistryConfig config, InstantSource clock) {
        this.targets = targets;
        this.routes = routes;
        this.secrets = secrets;
        this.postman =
                new Postman(vertx, new HttpClientOptions(), config.webhooks().timeout());
        this.clock = clock;
    }

    /** The address is read again: what may be sent to can have been narrowed since. */
    Uni<Outcome> attempt(Delivery delivery) {
        return Uni.createFrom()
                .deferred(() -> {
                    Target target = targets.read(delivery.url());
                    return routes.to(target).flatMap(route -> follow(route, target, delivery));
                })
                .onFailure(RefusedException.class)
                .recoverWithItem(new Outcome.Failed("address"));
    }

    private Uni<Outcome> follow(Route route, Target target, Delivery delivery) {
        return switch (route) {
            case Route.To(var address) -> {
                String body = delivery.event().body();
                yield postman.deliver(target, address, headers(delivery, body), body);
            }
            case Route.Inside _ -> Uni.createFrom().item(new Outcome.Failed("address"));
            case Route.Nowhere _ -> Uni.createFrom().item(new Outcome.Failed("name"));
        };
    }

    private MultiMap headers(Delivery delivery, String body) {
        Instant now = clock.instant();
        String id = delivery.event().id();
        String signatures = secrets.inUse(delivery.secrets(), delivery.webhookId(), now).stream()
                .map(secret -> secret.sign(id, now.getEpochSecond(), body))
                .collect(Collectors.joining(" "));
        return MultiMap.caseInsensitiveMultiMap()
                .add("content-type", "application/json")
                .add("user-agent", "sending-domains")
                .add("webhook-id", id)
                .add("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .add("webhook-signature", signatures);
    }

    @PreDestroy
    void close() {
        postman.close();
    }
}
