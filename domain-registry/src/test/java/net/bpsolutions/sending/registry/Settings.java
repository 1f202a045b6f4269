package net.bpsolutions.sending.registry;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidatorImpl;
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
        return of(shippedBut(namesAndValues));
    }

    /** The same, refused at values out of their ranges as at a start. */
    public static RegistryConfig validated(String... namesAndValues) {
        return built(builder(shippedBut(namesAndValues)).withValidator(new BeanValidationConfigValidatorImpl()));
    }

    private static Map<String, String> shippedBut(String... namesAndValues) {
        Map<String, String> values = new HashMap<>(SHIPPED);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    private static RegistryConfig of(Map<String, String> values) {
        return built(builder(values));
    }

    private static RegistryConfig built(SmallRyeConfigBuilder builder) {
        return builder.build().getConfigMapping(RegistryConfig.class);
    }

    private static SmallRyeConfigBuilder builder(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(RegistryConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100));
    }
}
