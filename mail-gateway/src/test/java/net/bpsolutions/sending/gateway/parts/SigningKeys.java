package net.bpsolutions.sending.gateway.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A key pair in PEM files, for tokens of the tests. */
record SigningKeys(Path publicKey, Path privateKey) {

    static SigningKeys in(Path folder) throws IOException {
        KeyPair keys = generate();
        return new SigningKeys(
                write(
                        folder.resolve("public.pem"),
                        "PUBLIC KEY",
                        keys.getPublic().getEncoded()),
                write(
                        folder.resolve("private.pem"),
                        "PRIVATE KEY",
                        keys.getPrivate().getEncoded()));
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path write(Path file, String what, byte[] key) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return Files.writeString(file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, body, what));
    }
}
