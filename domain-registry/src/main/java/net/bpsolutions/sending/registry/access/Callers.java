package net.bpsolutions.sending.registry.access;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Tells from a token who calls. */
public final class Callers {

    private Callers() {}

    /** Nobody without a token. */
    public static Caller of(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token && !identity.isAnonymous()
                ? new Caller(subject(token), Clinics.of(token.getClaim(Clinics.CLAIM)))
                : Caller.NOBODY;
    }

    private static String subject(JsonWebToken token) {
        @Nullable String subject = token.getSubject();
        return subject == null ? token.getName() : subject;
    }
}
