package net.bpsolutions.sending.verifier;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import net.bpsolutions.sending.events.DnsCheckRequested;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.DomainRegistered;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.check.DomainCheck;
import net.bpsolutions.sending.verifier.delivery.EventJson;

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

    /** Eager, so that what cannot work stops the start. */
    @Produces
    @Singleton
    @Startup
    DomainCheck check(VerifierConfig config, Vertx vertx, Clock clock) {
        try {
            return Assembly.check(config, vertx, clock);
        } catch (IllegalStateException unusable) {
            throw new ConfigurationException(unusable.getMessage(), unusable);
        }
    }
}
