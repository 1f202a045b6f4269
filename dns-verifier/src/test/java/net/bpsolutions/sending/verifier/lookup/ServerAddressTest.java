package net.bpsolutions.sending.verifier.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1:53", "127.0.0.1:5300", "[2001:db8::1]:53"})
    void readsWhatItWrites(String text) {
        assertThat(ServerAddress.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "dns.example:53",
                "192.0.2.1:0",
                "192.0.2.1:65536",
                "192.0.2:53",
                ":53",
                "",
                "192.0.2.1:x"
            })
    void refusesWhatCannotBeAsked(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ServerAddress.of(text));
    }
}
