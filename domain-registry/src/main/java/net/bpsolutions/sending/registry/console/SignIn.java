package net.bpsolutions.sending.registry.console;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import net.bpsolutions.sending.registry.access.Caller;
import net.bpsolutions.sending.registry.access.Callers;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Judges a token that somebody signs in with, as the API judges it. */
@ApplicationScoped
class SignIn {

    static final String ROLE = "operator";

    private static final Logger LOG = Logger.getLogger(SignIn.class);
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final Pattern SCHEME = Pattern.compile("^(?i:bearer)\\s+");

    private final IdentityProviderManager identities;
    private final InstantSource clock;

    SignIn(IdentityProviderManager identities, InstantSource clock) {
        this.identities = identities;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Outcome {
        /** An operator's, for so long. */
        record Accepted(String token, Duration life) implements Outcome {}

        /** Valid, but of somebody who is no operator, or of some clinics only. */
        record NoOperator() implements Outcome {}

        /** Not valid, or no longer. */
        record Invalid() implements Outcome {}
    }

    Uni<Outcome> with(String typed) {
        String token = SCHEME.matcher(typed.strip()).replaceFirst("");
        if (!SHAPE.matcher(token).matches()) {
            return Uni.createFrom().item(new Outcome.Invalid());
        }
        return identities
                .authenticate(new TokenAuthenticationRequest(new JsonWebTokenCredential(token)))
                .map(identity -> judge(token, identity))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(new Outcome.Invalid());
    }

    private Outcome judge(String token, SecurityIdentity identity) {
        Caller caller = Callers.of(identity);
        if (!identity.hasRole(ROLE) || caller.clinics().isPresent()) {
            return new Outcome.NoOperator();
        }
        LOG.infof("operator=%s signs in to the console", caller.subject());
        return new Outcome.Accepted(token, Duration.between(clock.instant(), expiry(identity)));
    }

    private static Instant expiry(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.EPOCH;
    }
}
