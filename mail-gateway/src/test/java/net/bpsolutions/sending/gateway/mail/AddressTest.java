package net.bpsolutions.sending.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @Test
    void writesDomainsAsALabelsInLowerCase() {
        assertThat(new Address("Jane.O'Neil+x@Bücher.Example").value())
                .isEqualTo("Jane.O'Neil+x@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "jane",
                "jane@",
                "@clinic.example",
                "jane@clinic",
                "jane@[127.0.0.1]",
                "jane@127.0.0.1",
                "jane..doe@clinic.example",
                ".jane@clinic.example",
                "\"jane doe\"@clinic.example",
                "jane doe@clinic.example",
                "jane@clinic.example>",
                "jane@clinic.example\r\nRCPT TO:<all@example.org>",
                "jane\r\n@clinic.example",
                "jane\u0000@clinic.example",
                "jané@clinic.example",
                "<jane@clinic.example>",
                "jane@clinic.example,joe@clinic.example",
                "jane@a_b.example"
            })
    void refusesWhatCouldBeMisread(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Address(text));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Address("a".repeat(65) + "@clinic.example"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Address("a".repeat(64) + "@" + "clinic.".repeat(30) + "example"));
    }

    @Test
    void refusesDomainsThatGrowTooLongForTheirConversion() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Address("a@" + "é".repeat(1_001) + ".example"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Address("a@" + "\uFDFA".repeat(200) + ".example"))
                .withMessage("not a domain name")
                .withNoCause();
    }
}
