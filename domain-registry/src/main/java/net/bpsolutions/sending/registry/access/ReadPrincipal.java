package net.bpsolutions.sending.registry.access;

import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.jspecify.annotations.Nullable;

/**
 * Who a token stands for, with all of its claims read. The library's own looks every claim up anew, and throws and catches
 * an exception for each that the standard does not name.
 */
final class ReadPrincipal extends JWTCallerPrincipal {

    private final String name;
    private final Set<String> groups;
    private final Map<String, Object> claims;

    private ReadPrincipal(String token, String name, Set<String> groups, Map<String, Object> claims) {
        super(token, name);
        this.name = name;
        this.groups = groups;
        this.claims = claims;
    }

    static ReadPrincipal of(JWTCallerPrincipal principal) {
        Map<String, Object> claims = new HashMap<>();
        for (String claim : principal.getClaimNames()) {
            claims.put(claim, principal.getClaim(claim));
        }
        String token = principal.getClaim(Claims.raw_token.name());
        claims.put(Claims.raw_token.name(), token);
        return new ReadPrincipal(token, principal.getName(), Set.copyOf(principal.getGroups()), Map.copyOf(claims));
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Set<String> getGroups() {
        return groups;
    }

    @Override
    protected Collection<String> doGetClaimNames() {
        return claims.keySet();
    }

    @Override
    protected @Nullable Object getClaimValue(String claim) {
        return claims.get(claim);
    }
}
