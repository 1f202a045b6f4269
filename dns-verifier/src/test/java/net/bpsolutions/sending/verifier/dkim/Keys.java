package net.bpsolutions.sending.verifier.dkim;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Key records made for a test. */
final class Keys {

    private Keys() {}

    static String ofBits(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            byte[] key = generator.generateKeyPair().getPublic().getEncoded();
            return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(key);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
