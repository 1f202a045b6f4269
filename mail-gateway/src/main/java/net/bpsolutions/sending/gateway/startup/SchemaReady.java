package net.bpsolutions.sending.gateway.startup;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started when the schema is up to date. */
@Startup
@ApplicationScoped
class SchemaReady implements HealthCheck {

    private final StartupGate gate;

    SchemaReady(StartupGate gate) {
        this.gate = gate;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schema").status(gate.isOpen()).build();
    }
}
