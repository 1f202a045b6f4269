package net.bpsolutions.sending.local.launch;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The development token: every role, for a year. */
final class Token {

    private static final String DEFAULT_ISSUER = "https://sending.bp-solutions.net";

    private static final Duration LIFE = Duration.ofDays(365);
    private static final Set<String> ROLES = Set.of("domains:read", "domains:write", "operator");

    private Token() {}

    /** Signs a token and keeps it in the data folder, readable by its owner only; earlier ones stay valid. */
    static String keep(SigningKeys keys, Map<String, String> variables, DataFolder data)
            throws IOException, GeneralSecurityException {
        String issuer = new Environment(variables).text("JWT_ISSUER").orElse(DEFAULT_ISSUER);
        String token = signed(keys.privateKey(), issuer);
        PrivateFile.write(data.of("token"), token + "\n");
        return token;
    }

    private static String signed(PrivateKey key, String issuer) {
        return Jwt.issuer(issuer)
                .subject("developer")
                .upn("developer")
                .groups(ROLES)
                .expiresIn(LIFE)
                .sign(key);
    }
}
