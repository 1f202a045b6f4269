package net.bpsolutions.sending.gateway.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import net.bpsolutions.sending.gateway.GatewayConfig;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** Asks the configured resolvers with dnsjava, which follows aliases and repeats over TCP what was truncated. */
@ApplicationScoped
class DnsClient implements Dns {

    private static final int MAX_ALIASES = 8;

    private final LookupSession session;

    DnsClient(GatewayConfig config) {
        session = session(config.authentication());
    }

    private static LookupSession session(AuthenticationConfig config) {
        try {
            Resolver resolver = config.resolvers()
                    .map(servers -> new ExtendedResolver(servers.stream()
                            .map(server ->
                                    resolver(server, config.questionTimeout().dividedBy(2)))
                            .toList()))
                    .orElseGet(ExtendedResolver::new);
            // Of an extended resolver this is for all tries together.
            resolver.setTimeout(config.questionTimeout());
            return LookupSession.builder()
                    .resolver(resolver)
                    .maxRedirects(MAX_ALIASES)
                    .build();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the resolvers cannot be used", e);
        }
    }

    private static Resolver resolver(String server, Duration timeout) {
        int colon = server.lastIndexOf(':');
        String address = server.substring(0, colon).replace("[", "").replace("]", "");
        try {
            SimpleResolver resolver =
                    new SimpleResolver(new InetSocketAddress(address, Integer.parseInt(server.substring(colon + 1))));
            resolver.setTimeout(timeout);
            return resolver;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public Lookup lookup(String name, Type type) {
        try {
            Name owner = Name.fromString(name, Name.root);
            List<String> values = session
                    .lookupAsync(owner, org.xbill.DNS.Type.value(type.name()), DClass.IN)
                    .toCompletableFuture()
                    .join()
                    .getRecords()
                    .stream()
                    .map(DnsClient::value)
                    .toList();
            return values.isEmpty() ? new Lookup.Nothing() : new Lookup.Answer(values);
        } catch (TextParseException notAName) {
            return new Lookup.Nothing();
        } catch (CompletionException failure) {
            boolean nothing = failure.getCause() instanceof NoSuchDomainException
                    || failure.getCause() instanceof NoSuchRRSetException;
            return nothing ? new Lookup.Nothing() : new Lookup.Unavailable();
        }
    }

    private static String value(Record record) {
        return switch (record) {
            case TXTRecord text -> String.join("", text.getStrings());
            case MXRecord exchange -> exchange.getTarget().toString(true);
            case PTRRecord pointer -> pointer.getTarget().toString(true);
            default -> record.rdataToString();
        };
    }
}
