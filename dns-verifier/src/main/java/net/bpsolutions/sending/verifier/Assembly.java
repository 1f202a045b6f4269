package net.bpsolutions.sending.verifier;

import io.netty.channel.EventLoopGroup;
import io.vertx.core.Vertx;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.verifier.check.DnsHosts;
import net.bpsolutions.sending.verifier.check.DomainCheck;
import net.bpsolutions.sending.verifier.check.SecondTier;
import net.bpsolutions.sending.verifier.examination.Examiner;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import net.bpsolutions.sending.verifier.quicklook.Courier;
import net.bpsolutions.sending.verifier.quicklook.QuickLook;
import org.xbill.DNS.ResolverConfig;

/** Puts a check together from its parts; the service and the command line use the same. */
public final class Assembly {

    private Assembly() {}

    /**
     * The check, ready to run.
     *
     * @throws IllegalStateException when no resolver is configured, and the machine has none
     */
    public static DomainCheck check(VerifierConfig config, Vertx vertx, Clock clock) {
        return check(config, vertx, clock, courier(config));
    }

    static DomainCheck check(VerifierConfig config, Vertx vertx, Clock clock, Courier courier) {
        Examiner examiner = new Examiner(
                eventLoops(vertx),
                clock,
                new Examiner.Settings(
                        resolvers(config),
                        config.authoritativePort(),
                        config.examination().timeout(),
                        config.examination().retries()));
        QuickLook quickLook = new QuickLook(courier, examiner.resolvers(), clock);
        SecondTier secondTier = new SecondTier(
                examiner, config.deadline(), clock, config.legacySelectors().orElse(List.of()));
        return new DomainCheck(quickLook, secondTier, DnsHosts.known(), clock);
    }

    /** Not in the API of Vert.x 5 any more; Vert.x 4 has no other way to share its threads. */
    @SuppressWarnings("deprecation")
    private static EventLoopGroup eventLoops(Vertx vertx) {
        return vertx.nettyEventLoopGroup();
    }

    static Courier courier(VerifierConfig config) {
        return new Courier(
                resolvers(config),
                config.quickLook().timeout(),
                config.quickLook().retries(),
                config.quickLook().inFlight());
    }

    /** Those to ask, one at least. */
    static List<ServerAddress> resolvers(VerifierConfig config) {
        List<ServerAddress> resolvers = config.resolvers().orElseGet(Assembly::ownResolvers);
        if (resolvers.isEmpty()) {
            throw new IllegalStateException("This machine has no DNS resolver; set DNS_SERVERS=ip:port,ip:port");
        }
        return resolvers;
    }

    private static List<ServerAddress> ownResolvers() {
        return ResolverConfig.getCurrentConfig().servers().stream()
                .map(Assembly::usable)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<ServerAddress> usable(InetSocketAddress server) {
        try {
            return Optional.of(new ServerAddress(server.getAddress().getHostAddress(), server.getPort()));
        } catch (IllegalArgumentException linkLocalWithZone) {
            return Optional.empty();
        }
    }
}
