package net.bpsolutions.sending.verifier;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import net.bpsolutions.sending.events.DnsCheckRequested;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.DomainRegistered;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.check.DomainCheck;
import net.bpsolutions.sending.verifier.delivery.Canary;
import net.bpsolutions.sending.verifier.delivery.EventJson;
import net.bpsolutions.sending.verifier.delivery.RootCanary;
import net.bpsolutions.sending.verifier.quicklook.Courier;
import net.bpsolutions.sending.verifier.quicklook.Tally;

/** The service's parts that are plain objects. */
@RegisterForReflection(
        targets = {
            DomainRegistered.class,
            DnsCheckRequested.class,
            DnsChecked.class,
            DomainName.class,
            ExpectedRecord.class,
            RecordCheck.class,
            Finding.class
        })
class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    EventJson json() {
        return new EventJson();
    }

    @Produces
    @Singleton
    Courier courier(VerifierConfig config, MeterRegistry meters) {
        Courier courier = usable(config);
        Tally tally = courier.tally();
        count(meters, "answered", tally, Tally::answered);
        count(meters, "unusable", tally, Tally::unusable);
        count(meters, "lost", tally, Tally::lost);
        FunctionCounter.builder("dns.lookup.retries", tally, Tally::retried).register(meters);
        Gauge.builder("dns.resolvers.resting", tally, Tally::resting).register(meters);
        return courier;
    }

    private static Courier usable(VerifierConfig config) {
        try {
            return Assembly.courier(config);
        } catch (IllegalStateException unusable) {
            throw new ConfigurationException(unusable.getMessage(), unusable);
        }
    }

    private static void count(MeterRegistry meters, String outcome, Tally tally, ToDoubleFunction<Tally> count) {
        FunctionCounter.builder("dns.lookups", tally, count)
                .description("Questions to resolvers, each try")
                .tag("outcome", outcome)
                .register(meters);
    }

    void close(@Disposes Courier courier) {
        courier.close();
    }

    @Produces
    @Singleton
    Canary canary(VerifierConfig config, Vertx vertx) {
        return new RootCanary(
                vertx, Assembly.resolvers(config), config.quickLook().timeout());
    }

    /** Eager, so that what cannot work stops the start. */
    @Produces
    @Singleton
    @Startup
    DomainCheck check(VerifierConfig config, Vertx vertx, Clock clock, Courier courier) {
        return Assembly.check(config, vertx, clock, courier);
    }
}
