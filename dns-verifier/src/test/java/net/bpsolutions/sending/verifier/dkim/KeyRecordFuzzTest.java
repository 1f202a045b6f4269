package net.bpsolutions.sending.verifier.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** What strangers may publish; {@code JAZZER_FUZZ=1} looks for more. */
class KeyRecordFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void readsAnything(byte[] published) {
        String text = new String(published, StandardCharsets.UTF_8);

        switch (KeyRecord.read(text)) {
            case KeyRecord.Usable key -> {
                assertThat(key.bits()).isBetween(1, 16_384);
                assertThat(KeyRecord.isMeant(text) || text.contains("v") || text.contains("V"))
                        .isTrue();
                assertThat(KeyRecord.read("k=" + (key.rsa() ? "rsa" : "ed25519") + ";p=" + key.material()))
                        .isEqualTo(new KeyRecord.Usable(key.bits(), key.rsa(), key.material(), false));
            }
            case KeyRecord.Invalid invalid -> assertThat(invalid.position()).isBetween(1, text.length() + 1);
            case KeyRecord.Revoked _ -> assertThat(text).contains("p");
        }
    }

    @FuzzTest(maxDuration = "2m")
    void repairsToAUsableKeyOrNotAtAll(byte[] published) {
        String text = new String(published, StandardCharsets.UTF_8);

        if (LegacyKey.read(text) instanceof LegacyKey.Malformed malformed) {
            assertThat(malformed.position()).isBetween(1, text.length() + 1);
            malformed
                    .repaired()
                    .ifPresent(repaired -> assertThat(LegacyKey.read(repaired))
                            .isInstanceOfSatisfying(
                                    LegacyKey.Whole.class,
                                    whole -> assertThat(whole.bits()).isPresent()));
        }
    }
}
