package net.bpsolutions.sending.registry.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import net.bpsolutions.sending.registry.access.Caller;
import net.bpsolutions.sending.registry.access.CurrentCaller;
import net.bpsolutions.sending.registry.problem.Quota;
import net.bpsolutions.sending.registry.problem.TooManyRequestsException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Counts every call of a caller, and tells it what is left. */
@ApplicationScoped
class RateLimits {

    private static final String LEFT = "registry.rate-limit";
    private static final int AFTER_THE_GATE = Priorities.AUTHORIZATION + 1;

    private final RequestRates rates;
    private final CurrentCaller current;

    RateLimits(RequestRates rates, CurrentCaller current) {
        this.rates = rates;
        this.current = current;
    }

    @ServerRequestFilter(priority = AFTER_THE_GATE)
    void count(ContainerRequestContext request) {
        Caller caller = current.get();
        if (caller.equals(Caller.NOBODY)) {
            return;
        }
        Quota quota = rates.quota(caller);
        switch (rates.take(caller, System.nanoTime())) {
            case RequestRate.Answer.Pass pass ->
                request.setProperty(LEFT, new Left(quota.policy(), quota.limit(pass.remaining(), pass.reset())));
            case RequestRate.Answer.Refuse refuse -> throw new TooManyRequestsException(quota, refuse.pause());
        }
    }

    /** A limit of the call's own, which was reached, comes first. */
    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(LEFT) instanceof Left(var policy, var limit)) {
            response.getHeaders().add(Quota.POLICY_HEADER, policy);
            response.getHeaders().add(Quota.LIMIT_HEADER, limit);
        }
    }

    private record Left(String policy, String limit) {}
}
