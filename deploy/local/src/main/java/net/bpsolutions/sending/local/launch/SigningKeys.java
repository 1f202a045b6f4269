package net.bpsolutions.sending.local.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The RSA key pair that development tokens are signed with; made once per data folder. */
final class SigningKeys {

    private static final int BITS = 2048;
    private static final int PEM_LINE = 64;

    private final Path privateFile;
    private final Path publicFile;

    private SigningKeys(Path folder) {
        privateFile = folder.resolve("private.pem");
        publicFile = folder.resolve("public.pem");
    }

    static SigningKeys in(Path folder) throws IOException, GeneralSecurityException {
        SigningKeys keys = new SigningKeys(Files.createDirectories(folder));
        if (!Files.exists(keys.publicFile)) {
            keys.generate();
        }
        return keys;
    }

    private void generate() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        PrivateFile.write(privateFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Files.writeString(publicFile, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    }

    Path publicFile() {
        return publicFile;
    }

    PrivateKey privateKey() throws IOException, GeneralSecurityException {
        String base64 = Files.readString(privateFile).replaceAll("-----[^-]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
