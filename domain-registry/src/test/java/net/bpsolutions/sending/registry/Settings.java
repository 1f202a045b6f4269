package net.bpsolutions.sending.registry;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Configuration for tests that need no container. */
public final class Settings {

    private static final Map<String, String> SHIPPED = Map.of(
            "registry.database.address", "localhost:5432",
            "registry.vendor.selectors[0].name", "mte1",
            "registry.vendor.selectors[0].target", "dkim1.mandrillapp.com",
            "registry.vendor.selectors[1].name", "mte2",
            "registry.vendor.selectors[1].target", "dkim2.mandrillapp.com");

    private Settings() {}

    /** As shipped. */
    public static RegistryConfig defaults() {
        return of(SHIPPED);
    }

    /** As shipped, but for the given names and values. */
    public static RegistryConfig with(String... namesAndValues) {
        Map<String, String> values = new HashMap<>(SHIPPED);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return of(values);
    }

    private static RegistryConfig of(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(RegistryConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(RegistryConfig.class);
    }
}
