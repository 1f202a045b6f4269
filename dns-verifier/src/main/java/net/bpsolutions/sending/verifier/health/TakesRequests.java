package net.bpsolutions.sending.verifier.health;

import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.verifier.delivery.Intake;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while requests are taken. A broker or resolvers that are away do not make it unready: they are waited for. */
@Readiness
@ApplicationScoped
class TakesRequests implements HealthCheck {

    private final Intake intake;

    TakesRequests(Intake intake) {
        this.intake = intake;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("intake").status(!intake.isClosed()).build();
    }
}
