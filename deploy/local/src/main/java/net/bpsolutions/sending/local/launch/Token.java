package net.bpsolutions.sending.local.launch;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** The development token: every role, for a year. */
final class Token {

    private static final String DEFAULT_ISSUER = "https://sending.bp-solutions.net";

    private static final Duration LIFE = Duration.ofDays(365);
    private static final List<String> ROLES = List.of("domains:read", "domains:write", "operator");

    private Token() {}

    /** Signs a token and keeps it in the data folder, readable by its owner only; earlier ones stay valid. */
    static String keep(SigningKeys keys, Map<String, String> variables, DataFolder data)
            throws IOException, GeneralSecurityException {
        String issuer = new Environment(variables).text("JWT_ISSUER").orElse(DEFAULT_ISSUER);
        String token = signed(keys.privateKey(), issuer);
        PrivateFile.write(data.of("token"), token + "\n");
        return token;
    }

    private static String signed(PrivateKey key, String issuer) throws GeneralSecurityException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject("developer");
        claims.setStringClaim("upn", "developer");
        claims.setStringListClaim("groups", ROLES);
        claims.setIssuedAtToNow();
        claims.setExpirationTime(
                NumericDate.fromSeconds(Instant.now().plus(LIFE).getEpochSecond()));
        claims.setGeneratedJwtId();
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setHeader("typ", "JWT");
        token.setPayload(claims.toJson());
        token.setKey(key);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new GeneralSecurityException("The development token cannot be signed.", e);
        }
    }
}
