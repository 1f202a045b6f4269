package net.bpsolutions.sending.verifier.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ServersTest {

    @ParameterizedTest
    @CsvSource({
        "9.9.9.9,          9.9.9.9:53",
        "127.0.0.1:5300,   127.0.0.1:5300",
        "2620:fe::fe,      [2620:fe::fe]:53",
        "[2620:fe::fe],    [2620:fe::fe]:53",
        "[::1]:5300,       [::1]:5300",
    })
    void takesPort53Unsaid(String text, String server) {
        assertThat(new Servers().convert(text)).hasToString(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns.google", "dns.google:53", "9.9.9", "9.9.9.9:", "9.9.9.9:0", "9.9.9.9:x", "", "[]:53"})
    void saysHowAServerIsWritten(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new Servers().convert(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("127.0.0.1:5300");
    }
}
