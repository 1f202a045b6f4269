package net.bpsolutions.sending.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {

    @TempDir
    Path folder;

    @Test
    void holdsEveryRoleAndStaysValidOverARestart() throws Exception {
        DataFolder data = DataFolder.take(folder);
        Token.keep(SigningKeys.in(data.of("keys")), Map.of(), data);
        String token = Files.readString(data.of("token")).strip();

        Path publicKey = SigningKeys.in(data.of("keys")).publicFile();
        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKey(read(publicKey))
                .setExpectedIssuer("https://sending.bp-solutions.net")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);

        assertThat(claims.getSubject()).isEqualTo("developer");
        assertThat(claims.getStringListClaimValue("groups"))
                .containsExactlyInAnyOrder("domains:read", "domains:write", "operator");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.of("keys/private.pem"))))
                .isEqualTo("rw-------");
    }

    private static PublicKey read(Path pem) throws Exception {
        String base64 = Files.readString(pem).replaceAll("-----[^-]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
