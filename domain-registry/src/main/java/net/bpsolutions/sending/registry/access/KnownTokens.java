package net.bpsolutions.sending.registry.access;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens whose signature was found good within the last minute: a caller sends the same one with every call, and to verify
 * it costs more than most calls do. A token is never known for longer than it is valid.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class KnownTokens extends JWTCallerPrincipalFactory {

    private static final int MOST = 1000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final JWTCallerPrincipalFactory thorough;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    @Inject
    KnownTokens() {
        this(new DefaultJWTCallerPrincipalFactory(), InstantSource.system());
    }

    KnownTokens(JWTCallerPrincipalFactory thorough, InstantSource clock) {
        this.thorough = thorough;
        this.clock = clock;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        Instant now = clock.instant();
        Known before = known.get(token);
        if (before != null && before.until().isAfter(now)) {
            return before.principal();
        }
        ReadPrincipal principal = ReadPrincipal.of(thorough.parse(token, context));
        remember(token, principal, now);
        return principal;
    }

    private void remember(String token, ReadPrincipal principal, Instant now) {
        if (known.size() >= MOST) {
            known.values().removeIf(entry -> !entry.until().isAfter(now));
        }
        if (known.size() < MOST) {
            Instant expiry = Instant.ofEpochSecond(principal.getExpirationTime());
            Instant longest = now.plus(LONGEST);
            known.put(token, new Known(principal, expiry.isBefore(longest) ? expiry : longest));
        }
    }

    private record Known(ReadPrincipal principal, Instant until) {}
}
