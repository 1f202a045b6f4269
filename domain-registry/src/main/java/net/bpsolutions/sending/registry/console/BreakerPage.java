package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.TemplateData;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.breaker.BreakerJson;
import net.bpsolutions.sending.registry.breaker.FreezeReason;

/** How the breaker stands, in words. */
@TemplateData
public record BreakerPage(
        boolean frozen,
        String why,
        String since,
        long checks,
        long broken,
        String canary,
        String canaryName,
        int minimum,
        long share) {

    static BreakerPage of(BreakerJson state, RegistryConfig.Breaker config) {
        return new BreakerPage(
                state.frozen(),
                why(state),
                Utc.seconds(state.since()),
                state.checks(),
                state.broken(),
                state.canary().name(),
                config.canary().orElse("none is set"),
                config.minimum(),
                Math.round(100 * config.share()));
    }

    private static String why(BreakerJson state) {
        FreezeReason reason = state.reason();
        if (reason == null) {
            return "Domains whose records fail lose their own name after the grace period, as they should.";
        }
        return switch (reason) {
            case SWEEP ->
                "More domains than are likely went bad at once: the fault is probably ours, or a resolver's. Nobody loses the own name meanwhile.";
            case CANARY ->
                "Our own domain is bad as well: the provider's records do not answer. Nobody loses the own name meanwhile.";
        };
    }
}
