package net.bpsolutions.sending.registry.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import net.bpsolutions.sending.registry.RegistryConfig;

/**
 * Seals what must be readable again but not in the database (AES-256-GCM). The first configured key seals, any opens: a
 * new key is put first, and the old one is taken away once nothing is sealed with it.
 */
@ApplicationScoped
public class Sealer {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final List<SealKey> keys;
    private final SecureRandom random = new SecureRandom();

    Sealer(RegistryConfig config) {
        this.keys = config.webhooks().keys().orElse(List.of()).stream()
                .map(SealKey::parse)
                .toList();
    }

    /** Whether there is a key. */
    public boolean hasKey() {
        return !keys.isEmpty();
    }

    /** Seals for one purpose; for another it cannot be opened. */
    public byte[] seal(byte[] plain, String purpose) {
        SealKey key = keys.getFirst();
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] covered = cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose, plain);
        return ByteBuffer.allocate(1 + SealKey.ID_LENGTH + NONCE + covered.length)
                .put(VERSION)
                .put(key.id())
                .put(nonce)
                .put(covered)
                .array();
    }

    /**
     * Opens what {@link #seal} sealed.
     *
     * @throws IllegalStateException when its key is not there any more, or it was tampered with
     */
    public byte[] open(byte[] covered, String purpose) {
        ByteBuffer parts = ByteBuffer.wrap(covered);
        byte[] id = new byte[SealKey.ID_LENGTH];
        byte[] nonce = new byte[NONCE];
        if (parts.remaining() <= 1 + id.length + nonce.length || parts.get() != VERSION) {
            throw new IllegalStateException("not sealed");
        }
        parts.get(id).get(nonce);
        byte[] rest = new byte[parts.remaining()];
        parts.get(rest);
        SealKey key = keys.stream()
                .filter(known -> Arrays.equals(known.id(), id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("sealed with a key that is not configured"));
        return cipher(Cipher.DECRYPT_MODE, key, nonce, purpose, rest);
    }

    private static byte[] cipher(int mode, SealKey key, byte[] nonce, String purpose, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.spec(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot be sealed or opened", e);
        }
    }
}
