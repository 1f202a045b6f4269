package net.bpsolutions.sending.registry.idempotency;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import net.bpsolutions.sending.registry.problem.RouterProblems;

/** Reads the body of a request with an idempotency key before its resource is looked for: the key stands for both. */
@ApplicationScoped
class BodyFirst {

    private static final int BEFORE_RESOURCES = -100;

    private final BodyHandler bodies = BodyHandler.create(false).setBodyLimit(RouterProblems.LARGEST_BODY);

    void register(@Observes Router router) {
        router.route("/v1/*").order(BEFORE_RESOURCES).method(HttpMethod.POST).handler(this::read);
    }

    private void read(RoutingContext context) {
        if (context.request().headers().contains(IdempotencyKey.HEADER)) {
            bodies.handle(context);
        } else {
            context.next();
        }
    }
}
