package net.bpsolutions.sending.verifier.command;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.bpsolutions.sending.verifier.VerifierConfig;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import org.jspecify.annotations.Nullable;

/** The same settings and defaults as the service's; the command line comes before the environment. */
final class Settings {

    private Settings() {}

    /**
     * Of both.
     *
     * @throws IllegalArgumentException when a variable of the environment does not hold what it should
     */
    static VerifierConfig of(List<ServerAddress> servers, @Nullable Integer authoritativePort) {
        Map<String, String> given = new HashMap<>();
        if (!servers.isEmpty()) {
            given.put(
                    "verifier.resolvers",
                    servers.stream().map(ServerAddress::toString).collect(Collectors.joining(",")));
        }
        if (authoritativePort != null) {
            given.put("verifier.authoritative-port", String.valueOf(authoritativePort));
        }
        Map<String, String> environment = Map.of(
                "verifier.resolvers", "${DNS_SERVERS:}",
                "verifier.authoritative-port", "${DNS_AUTHORITATIVE_PORT:53}");
        try {
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .addSystemSources()
                    .withSources(new PropertiesConfigSource(given, "arguments", 500))
                    .withSources(new PropertiesConfigSource(environment, "environment", 100))
                    .withMapping(VerifierConfig.class)
                    .build()
                    .getConfigMapping(VerifierConfig.class);
        } catch (RuntimeException unusable) {
            throw new IllegalArgumentException(
                    "A setting of the environment (DNS_SERVERS, DNS_AUTHORITATIVE_PORT or VERIFIER_…) cannot be used: "
                            + String.valueOf(unusable.getMessage()).replaceFirst("(?s).*whilst being converted ", ""),
                    unusable);
        }
    }
}
