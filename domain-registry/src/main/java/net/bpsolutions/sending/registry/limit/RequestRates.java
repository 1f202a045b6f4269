package net.bpsolutions.sending.registry.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import net.bpsolutions.sending.registry.LimitsConfig;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.access.Caller;
import net.bpsolutions.sending.registry.problem.Quota;
import org.jspecify.annotations.Nullable;

/** How often each caller asked lately, in the memory of this replica (ADR 23). */
@ApplicationScoped
class RequestRates {

    private static final int MANY = 10_000;

    private final ConcurrentHashMap<String, Asked> callers = new ConcurrentHashMap<>();
    private final RequestRate everything;
    private final RequestRate someClinics;

    RequestRates(RegistryConfig config) {
        LimitsConfig.Requests requests = config.limits().requests();
        everything = rate(requests.perCaller(), requests.window());
        someClinics = rate(requests.perClinicCaller(), requests.window());
    }

    private static RequestRate rate(long amount, Duration window) {
        return new RequestRate(new Quota("requests", amount, window));
    }

    Quota quota(Caller caller) {
        return rate(caller).quota();
    }

    RequestRate.Answer take(Caller caller, long now) {
        Asked asked = callers.compute(
                caller.key(),
                (_, before) -> next(rate(caller).take(before == null ? now : before.fullAt(), now), before, now));
        if (callers.size() > MANY) {
            callers.values().removeIf(old -> old.fullAt() - now <= 0);
        }
        return asked.answer();
    }

    private static Asked next(RequestRate.Answer answer, @Nullable Asked before, long now) {
        return switch (answer) {
            case RequestRate.Answer.Pass pass -> new Asked(pass.fullAt(), answer);
            case RequestRate.Answer.Refuse _ -> new Asked(before == null ? now : before.fullAt(), answer);
        };
    }

    private RequestRate rate(Caller caller) {
        return caller.clinics().isEmpty() ? everything : someClinics;
    }

    /** What is known of a caller, and what it was told last. */
    private record Asked(long fullAt, RequestRate.Answer answer) {}
}
