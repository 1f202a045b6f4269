package net.bpsolutions.sending.registry.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.bpsolutions.sending.registry.running.World.caller;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Tokens that somebody would like to be believed. */
@QuarkusTest
@WithTestResource(Parts.class)
class TokensTest {

    @Test
    void believesATokenOfTheIssuer() {
        caller(claims().sign(Tokens.trustedKey())).get("/v1/domains").then().statusCode(200);
    }

    @Test
    void refusesATokenWithoutAnEnd() throws Exception {
        refuses(signed("{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"x\",\"groups\":[\"domains:read\"]}"
                .formatted(Tokens.ISSUER, Tokens.AUDIENCE)));
    }

    @Test
    void refusesATokenForAnotherAudienceOrForNone() {
        refuses(claims().audience("another-service").sign(Tokens.trustedKey()));
        refuses(Jwt.issuer(Tokens.ISSUER)
                .subject("x")
                .groups(Set.of("domains:read"))
                .expiresAt(Instant.now().plusSeconds(60))
                .sign(Tokens.trustedKey()));
    }

    @Test
    void refusesATokenThatIsOver() {
        refuses(Tokens.expired());
    }

    @Test
    void refusesATokenOfAnotherIssuerOrOfNone() {
        refuses(Tokens.ofAnotherIssuer());
        refuses(Jwt.audience(Tokens.AUDIENCE)
                .subject("x")
                .groups(Set.of("domains:read"))
                .expiresAt(Instant.now().plusSeconds(60))
                .sign(Tokens.trustedKey()));
    }

    @Test
    void refusesATokenSignedWithAnotherKey() {
        refuses(Tokens.forged());
    }

    @Test
    void refusesATokenThatIsNotSigned() {
        for (String algorithm : new String[] {"none", "None", "NONE", ""}) {
            refuses(encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}") + "." + encoded(payload()) + ".");
        }
        String trusted = claims().sign(Tokens.trustedKey());
        refuses(trusted.substring(0, trusted.lastIndexOf('.') + 1));
        refuses(trusted.substring(0, trusted.lastIndexOf('.')));
    }

    /** The public key is public: as the secret of an HMAC it must not be believed. */
    @Test
    void refusesATokenSignedWithThePublicKeyAsASecret() throws Exception {
        String location = ConfigProvider.getConfig().getValue("JWT_PUBLIC_KEY_LOCATION", String.class);
        byte[] pem = java.nio.file.Files.readAllBytes(java.nio.file.Path.of(location));
        String text = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encoded(payload());
        for (byte[] secret : new byte[][] {pem, new String(pem, UTF_8).strip().getBytes(UTF_8)}) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            refuses(text + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(text.getBytes(UTF_8))));
        }
    }

    /** A key that comes with the token proves nothing. */
    @Test
    void refusesATokenThatBringsItsOwnKey() {
        refuses(encoded("{\"alg\":\"RS256\",\"jku\":\"https://evil.example/keys\",\"kid\":\"../../dev/null\"}") + "."
                + encoded(payload()) + ".c2ln");
    }

    @Test
    void refusesATokenThatWasChanged() {
        String[] parts = Tokens.with("domains:read").split("\\.", 3);
        refuses(parts[0] + "." + encoded(payload()) + "." + parts[2]);
    }

    @Test
    void refusesWhatIsNoToken() {
        for (String text : new String[] {"", ".", "..", "a.b.c", "null", "A".repeat(5000), "%00", "é"}) {
            refuses(text);
        }
    }

    @Test
    void closesEverythingToATokenWithoutRoles() {
        caller(Jwt.issuer(Tokens.ISSUER)
                        .audience(Tokens.AUDIENCE)
                        .subject("x")
                        .expiresAt(Instant.now().plusSeconds(60))
                        .sign(Tokens.trustedKey()))
                .get("/v1/domains")
                .then()
                .statusCode(403);
        caller(Tokens.with("DOMAINS:READ", "domains:*", "**", "domains:read "))
                .get("/v1/domains")
                .then()
                .statusCode(403);
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.issuer(Tokens.ISSUER)
                .audience(Tokens.AUDIENCE)
                .subject("x")
                .groups(Set.of("domains:read"))
                .expiresAt(Instant.now().plusSeconds(60));
    }

    private static String payload() {
        return "{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"x\",\"groups\":[\"domains:read\",\"operator\"],\"exp\":%d}"
                .formatted(
                        Tokens.ISSUER,
                        Tokens.AUDIENCE,
                        Instant.now().plusSeconds(60).getEpochSecond());
    }

    private static String signed(String payload) throws Exception {
        String text = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(payload);
        java.security.Signature signature = java.security.Signature.getInstance("SHA256withRSA");
        signature.initSign(Tokens.trustedKey());
        signature.update(text.getBytes(UTF_8));
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static void refuses(String token) {
        caller(token)
                .get("/v1/domains")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer");
    }
}
