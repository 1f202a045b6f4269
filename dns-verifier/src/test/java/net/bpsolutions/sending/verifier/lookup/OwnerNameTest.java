package net.bpsolutions.sending.verifier.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerNameTest {

    @Property
    void takesLabelsThatCanBeAskedForAndNothingElse(
            @ForAll @StringLength(max = 140) @Chars({'a', 'z', '0', '_', '-', '.', 'A', ' '}) String name) {
        boolean expected = name.matches("[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*");

        assertThat(OwnerName.isValid(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 64})
    void limitsLabels(int length) {
        assertThat(OwnerName.isValid("a".repeat(length) + ".example")).isEqualTo(length <= 63);
    }

    @ParameterizedTest
    @ValueSource(ints = {253, 254})
    void limitsNames(int length) {
        String name = ("a".repeat(49) + ".").repeat(5) + "a".repeat(length - 250);

        assertThat(OwnerName.isValid(name)).isEqualTo(length <= 253);
    }
}
