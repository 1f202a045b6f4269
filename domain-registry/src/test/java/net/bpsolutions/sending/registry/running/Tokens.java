package net.bpsolutions.sending.registry.running;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Signs bearer tokens as an issuer would. */
public final class Tokens {

    /** The issuer that the registry trusts. */
    public static final String ISSUER = "https://sending.bp-solutions.net";

    /** What the registry is called in tokens. */
    public static final String AUDIENCE = "sending-domains";

    private static final String PRIVATE_KEY = "test.private-key";

    private Tokens() {}

    static Path publicKeyIn(Path folder) throws IOException {
        KeyPair pair = pair();
        System.setProperty(
                PRIVATE_KEY,
                Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPublic().getEncoded());
        return Files.writeString(
                folder.resolve("public.pem"), "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
    }

    /** A token that the registry trusts. */
    public static String with(String... roles) {
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("test")
                .groups(Set.of(roles))
                .expiresAt(Instant.now().plusSeconds(600))
                .sign(trustedKey());
    }

    /** A token that is for some clinics only; each call stands for a caller of its own. */
    public static String ofClinics(List<String> clinics, String... roles) {
        return withClinics(clinics, UUID.randomUUID().toString(), roles);
    }

    /** A token of a certain caller with any claim {@code clinics}. */
    public static String withClinics(Object clinics, String subject, String... roles) {
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject)
                .groups(Set.of(roles))
                .claim("clinics", clinics)
                .expiresAt(Instant.now().plusSeconds(600))
                .sign(trustedKey());
    }

    /** A token with every role of a certain caller. */
    public static String of(String subject) {
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject)
                .groups(Set.of("domains:read", "domains:write", "operator"))
                .expiresAt(Instant.now().plusSeconds(600))
                .sign(trustedKey());
    }

    /** A token with every role. */
    public static String all() {
        return with("domains:read", "domains:write", "operator");
    }

    /** A token of another issuer, signed with the key that the registry trusts. */
    public static String ofAnotherIssuer() {
        return Jwt.issuer("https://elsewhere.example")
                .audience(AUDIENCE)
                .groups(Set.of("domains:read", "domains:write", "operator"))
                .expiresAt(Instant.now().plusSeconds(600))
                .sign(trustedKey());
    }

    /** A token that is over. */
    public static String expired() {
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .groups(Set.of("domains:read"))
                .issuedAt(Instant.now().minusSeconds(7200))
                .expiresAt(Instant.now().minusSeconds(3600))
                .sign(trustedKey());
    }

    /** A token signed with a key of the caller's own. */
    public static String forged() {
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .groups(Set.of("domains:read"))
                .expiresAt(Instant.now().plusSeconds(600))
                .sign(pair().getPrivate());
    }

    static PrivateKey trustedKey() {
        byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY, ""));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
