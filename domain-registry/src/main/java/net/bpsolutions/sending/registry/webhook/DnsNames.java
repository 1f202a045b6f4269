package net.bpsolutions.sending.registry.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.core.dns.DnsClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.dns.DnsClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.bpsolutions.sending.registry.RegistryConfig;

/** Asks DNS itself, for absolute names: neither a hosts file nor a search list can point inside. */
@ApplicationScoped
class DnsNames implements Names {

    private static final Pattern HOST_AND_PORT = Pattern.compile("\\[?([^\\]]+?)]?:(\\d+)");
    private static final long PATIENCE_MILLIS = 3000;

    private final DnsClient client;

    DnsNames(Vertx vertx, RegistryConfig config) {
        this.client = vertx.createDnsClient(
                config.webhooks().resolver().map(DnsNames::options).orElseGet(DnsClientOptions::new));
    }

    private static DnsClientOptions options(String resolver) {
        var parts = HOST_AND_PORT.matcher(resolver);
        if (!parts.matches()) {
            throw new IllegalArgumentException("registry.webhooks.resolver must be ip:port");
        }
        return new DnsClientOptions()
                .setHost(parts.group(1))
                .setPort(Integer.parseInt(parts.group(2)))
                .setQueryTimeout(PATIENCE_MILLIS);
    }

    @Override
    public Uni<List<String>> addresses(String host) {
        return Uni.combine()
                .all()
                .unis(orNone(client.resolveA(host)), orNone(client.resolveAAAA(host)))
                .with((four, six) -> Stream.concat(four.stream(), six.stream()).toList());
    }

    private static Uni<List<String>> orNone(Uni<List<String>> lookup) {
        return lookup.onFailure().recoverWithItem(List.of());
    }
}
