package net.bpsolutions.sending.verifier.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClient;
import io.vertx.core.dns.DnsClientOptions;
import io.vertx.core.dns.DnsException;
import io.vertx.core.dns.DnsResponseCode;
import java.time.Duration;
import java.util.List;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;

/**
 * Asks each resolver for the name servers of the root. Whatever it says, it answers; only SERVFAIL and silence mean that it
 * cannot. No verdict rests on this, so that the Vert.x client is good enough for it (ADR 11).
 */
public final class RootCanary implements Canary {

    private static final String ROOT = ".";

    private final List<DnsClient> clients;

    /**
     * For as long as the service runs.
     *
     * @param timeout of one question
     */
    public RootCanary(Vertx vertx, List<ServerAddress> resolvers, Duration timeout) {
        this.clients = resolvers.stream()
                .map(resolver -> vertx.createDnsClient(new DnsClientOptions()
                        .setHost(resolver.ip())
                        .setPort(resolver.port())
                        .setQueryTimeout(timeout.toMillis())))
                .toList();
    }

    @Override
    public Uni<Boolean> isAlive() {
        return once().chain(alive -> alive ? Uni.createFrom().item(true) : once());
    }

    private Uni<Boolean> once() {
        return Uni.join()
                .all(clients.stream().map(RootCanary::answers).toList())
                .andFailFast()
                .map(answers -> answers.contains(true));
    }

    private static Uni<Boolean> answers(DnsClient client) {
        return Uni.createFrom()
                .completionStage(() -> client.resolveNS(ROOT)
                        .map(true)
                        .recover(failure -> Future.succeededFuture(isAnAnswer(failure)))
                        .toCompletionStage())
                .onFailure()
                .recoverWithItem(false);
    }

    private static boolean isAnAnswer(Throwable failure) {
        return failure instanceof DnsException refusal && refusal.code() != DnsResponseCode.SERVFAIL;
    }
}
