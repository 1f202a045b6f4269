package net.bpsolutions.sending.registry.webhook;

import io.netty.util.NetUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.WebhookConfig;
import net.bpsolutions.sending.registry.entry.Doorkeeper;
import net.bpsolutions.sending.registry.problem.ProblemType;
import net.bpsolutions.sending.registry.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Reads the addresses of webhooks, and refuses what is not plainly one of a server on the public internet. */
@ApplicationScoped
class Targets {

    private static final int LONGEST = 2000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]");

    private final WebhookConfig config;

    Targets(RegistryConfig config) {
        this.config = config.webhooks();
    }

    /**
     * Reads an address.
     *
     * @throws RefusedException with {@code webhook-address} when it is none that webhooks are sent to
     */
    Target read(String url) {
        URI uri = parse(url);
        @Nullable String scheme = uri.getScheme();
        @Nullable String host = uri.getHost();
        if (scheme == null || host == null) {
            throw refused("An address is needed such as https://hooks.example.com/sending.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw refused("An address has neither a user nor a fragment.");
        }
        String name = host.toLowerCase(Locale.ROOT);
        if (config.allowLoopback() && OWN.contains(name)) {
            return own(uri, name);
        }
        if (!scheme.equalsIgnoreCase("https")) {
            throw refused("Only https is sent to.");
        }
        int port = uri.getPort() < 0 ? HTTPS : uri.getPort();
        if (!config.ports().contains(port)) {
            throw refused("This port is not sent to.");
        }
        return new Target(publicName(name), port, true, path(uri), false);
    }

    private static Target own(URI uri, String name) {
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() < 0 ? (tls ? HTTPS : HTTP) : uri.getPort();
        return new Target(name.equals("[::1]") ? "::1" : "127.0.0.1", port, tls, path(uri), true);
    }

    private static String publicName(String name) {
        if (name.startsWith("[") || NetUtil.isValidIpV4Address(name)) {
            throw refused("An IP address is not sent to; give the name of the server.");
        }
        return Doorkeeper.canonical(name)
                .map(domain -> domain.value())
                .filter(domain -> !Doorkeeper.isReserved(domain))
                .orElseThrow(() -> refused("This is not a name on the public internet."));
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url);
            if (url.length() > LONGEST || uri.isOpaque()) {
                throw refused("This is not an address.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw refused("This is not an address.");
        }
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static RefusedException refused(String detail) {
        return new RefusedException(ProblemType.WEBHOOK_ADDRESS, detail);
    }
}
