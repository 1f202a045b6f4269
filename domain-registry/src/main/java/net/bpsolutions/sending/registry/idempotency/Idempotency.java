package net.bpsolutions.sending.registry.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.UUID;
import net.bpsolutions.sending.registry.access.Caller;
import net.bpsolutions.sending.registry.access.CurrentCaller;
import net.bpsolutions.sending.registry.body.Bodies;
import net.bpsolutions.sending.registry.problem.ProblemType;
import net.bpsolutions.sending.registry.problem.RefusedException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Honours {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header) on every POST: a repetition gets the answer
 * of the first and does nothing. What failed did nothing either, so its key is free again.
 */
@ApplicationScoped
class Idempotency {

    private static final Logger LOG = Logger.getLogger(Idempotency.class);
    private static final String CLAIM = "registry.idempotency-claim";
    private static final int LAST = Priorities.AUTHENTICATION;
    private static final int AFTER_THE_BODY = Priorities.AUTHORIZATION + 3;

    private final IdempotencyTable table;
    private final Answers answers;
    private final CurrentCaller caller;
    private final CurrentVertxRequest exchange;
    private final InstantSource clock;

    Idempotency(
            IdempotencyTable table,
            Answers answers,
            CurrentCaller caller,
            CurrentVertxRequest exchange,
            InstantSource clock) {
        this.table = table;
        this.answers = answers;
        this.caller = caller;
        this.exchange = exchange;
        this.clock = clock;
    }

    @ServerRequestFilter(priority = AFTER_THE_BODY)
    Uni<@Nullable Response> before(ContainerRequestContext request) {
        if (!request.getMethod().equals("POST") || caller.get().equals(Caller.NOBODY)) {
            return Uni.createFrom().nullItem();
        }
        return IdempotencyKey.of(request.getHeaders().get(IdempotencyKey.HEADER))
                .map(key -> Bodies.read(request).flatMap(body -> claim(key, body, request)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private Uni<@Nullable Response> claim(IdempotencyKey key, byte[] body, ContainerRequestContext request) {
        Claim claim = new Claim(
                UUID.randomUUID(),
                HexFormat.of().formatHex(sha256().digest(caller.get().key().getBytes(UTF_8))),
                key.value(),
                fingerprint(exchange.getCurrent().request(), body),
                clock.instant());
        return table.claim(claim).map(outcome -> answer(outcome, claim, request));
    }

    private @Nullable Response answer(Claim.Outcome outcome, Claim claim, ContainerRequestContext request) {
        return switch (outcome) {
            case Claim.Outcome.First _ -> {
                request.setProperty(CLAIM, claim);
                yield null;
            }
            case Claim.Outcome.Again(var answer) -> answers.again(answer);
            case Claim.Outcome.UnderWay _ ->
                throw new RefusedException(
                        ProblemType.REQUEST_IN_PROGRESS, "Ask again in a moment for the answer of the first.");
            case Claim.Outcome.Another _ ->
                throw new RefusedException(ProblemType.IDEMPOTENCY_KEY_REUSED, "A new request needs a key of its own.");
        };
    }

    /** After all other filters: the answer is then as it leaves. */
    @ServerResponseFilter(priority = LAST)
    Uni<Void> after(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(CLAIM) instanceof Claim claim)) {
            return Uni.createFrom().voidItem();
        }
        boolean done = response.getStatus() >= 200 && response.getStatus() < 300;
        return (done ? table.keep(claim, answers.of(response)) : table.release(claim))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "an answer could not be kept for repetitions: %s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private static String fingerprint(HttpServerRequest request, byte[] body) {
        MessageDigest digest = sha256();
        digest.update((request.uri() + "\n" + request.getHeader(HttpHeaders.CONTENT_TYPE) + "\n").getBytes(UTF_8));
        return HexFormat.of().formatHex(digest.digest(body));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
