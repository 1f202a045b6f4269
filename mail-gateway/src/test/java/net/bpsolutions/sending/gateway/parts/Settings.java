package net.bpsolutions.sending.gateway.parts;

import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidatorImpl;
import java.util.Map;
import net.bpsolutions.sending.gateway.GatewayConfig;

/** The configuration as unit tests need it: the defaults, but for what they say. */
public final class Settings {

    private Settings() {}

    /** Defaults, and {@code overrides} by their full names. */
    public static GatewayConfig of(Map<String, String> overrides) {
        return built(builder(overrides));
    }

    /** The same, refused at values out of their ranges as at a start. */
    public static GatewayConfig validated(Map<String, String> overrides) {
        return built(builder(overrides).withValidator(new BeanValidationConfigValidatorImpl()));
    }

    private static GatewayConfig built(SmallRyeConfigBuilder builder) {
        return builder.build().getConfigMapping(GatewayConfig.class);
    }

    private static SmallRyeConfigBuilder builder(Map<String, String> overrides) {
        return new SmallRyeConfigBuilder()
                .withMapping(GatewayConfig.class)
                .withConverter(io.quarkus.runtime.configuration.MemorySize.class, 200, new MemorySizeConverter())
                .withConverter(java.time.Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .withDefaultValues(overrides);
    }
}
