package net.bpsolutions.sending.gateway.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerificationKeyTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void hasOneHundredSixtyBitsInBase32() {
        assertThat(VerificationKey.generate(random).value()).matches("[a-z2-7]{32}");
    }

    @Test
    void usesEveryCharacterOfTheAlphabet() {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            VerificationKey.generate(random).value().chars().forEach(seen::add);
        }

        assertThat(seen).hasSize(32);
    }

    @Test
    void neverComesTwice() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            seen.add(VerificationKey.generate(random).value());
        }

        assertThat(seen).hasSize(1000);
    }

    @Test
    void hashesToTheSameWhateverTheCase() {
        VerificationKey key = VerificationKey.generate(random);

        assertThat(new VerificationKey(" " + key.value().toUpperCase(Locale.ROOT) + "\n").hash())
                .isEqualTo(key.hash());
    }

    @Test
    void doesNotPrintItself() {
        VerificationKey key = VerificationKey.generate(random);

        assertThat(key.toString()).doesNotContain(key.value());
    }
}
