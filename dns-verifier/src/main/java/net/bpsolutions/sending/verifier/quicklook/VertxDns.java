package net.bpsolutions.sending.verifier.quicklook;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClient;
import io.vertx.core.dns.DnsClientOptions;
import io.vertx.core.dns.DnsException;
import io.vertx.core.dns.DnsResponseCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;

/**
 * The Vert.x DNS client behind the seam. Fast, and not to be believed when it says anything but what is expected: a
 * truncated answer is an empty success to it, character-strings are not joined, and it has no TTLs.
 */
public final class VertxDns implements Dns {

    private static final int SHORTEST_PAUSE_MILLIS = 20;
    private static final int LONGEST_PAUSE_MILLIS = 120;

    private final List<DnsClient> clients;
    private final int retries;
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * One client for each resolver.
     *
     * @param resolvers asked in turn; one at least
     * @param timeout of one try
     * @param retries after the first try, each at the next resolver
     */
    public VertxDns(Vertx vertx, List<ServerAddress> resolvers, Duration timeout, int retries) {
        this.clients = resolvers.stream()
                .map(resolver -> vertx.createDnsClient(new DnsClientOptions()
                        .setHost(resolver.ip())
                        .setPort(resolver.port())
                        .setQueryTimeout(timeout.toMillis())))
                .toList();
        this.retries = retries;
    }

    @Override
    public Uni<Lookup> lookup(Question question) {
        return attempt(question, turn.getAndIncrement(), retries);
    }

    private Uni<Lookup> attempt(Question question, int at, int left) {
        DnsClient client = clients.get(Math.floorMod(at, clients.size()));
        return Uni.createFrom()
                .completionStage(() -> ask(client, question).toCompletionStage())
                .map(VertxDns::outcome)
                .onFailure()
                .recoverWithItem(VertxDns::outcome)
                .chain(lookup -> lookup instanceof Lookup.Unavailable && left > 0
                        ? pause().chain(() -> attempt(question, at + 1, left - 1))
                        : Uni.createFrom().item(lookup));
    }

    private static Uni<Void> pause() {
        int millis = ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
        return Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(millis));
    }

    private static Future<List<String>> ask(DnsClient client, Question question) {
        return switch (question.type()) {
            case A -> client.resolveA(question.name());
            case AAAA -> client.resolveAAAA(question.name());
            case CNAME -> client.resolveCNAME(question.name()).map(VertxDns::names);
            case NS -> client.resolveNS(question.name()).map(VertxDns::names);
            case TXT -> client.resolveTXT(question.name());
            case MX, SOA ->
                Future.failedFuture(
                        new UnsupportedOperationException(question.type().name()));
        };
    }

    private static List<String> names(List<String> targets) {
        return targets.stream().map(OwnerName::canonical).toList();
    }

    private static Lookup outcome(List<String> records) {
        return records.isEmpty() ? new Lookup.NoData() : new Lookup.Answer(records, null);
    }

    private static Lookup outcome(Throwable failure) {
        if (failure instanceof DnsException refusal) {
            DnsResponseCode code = refusal.code();
            return switch (code) {
                case NXDOMAIN -> new Lookup.NoSuchDomain();
                case REFUSED -> new Lookup.Unavailable(Reason.REFUSED, "");
                default -> new Lookup.Unavailable(Reason.SERVFAIL, code.name());
            };
        }
        return new Lookup.Unavailable(Reason.TIMEOUT, "");
    }
}
