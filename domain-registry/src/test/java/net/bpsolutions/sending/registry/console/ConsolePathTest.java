package net.bpsolutions.sending.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsolePathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console",
                "/console?status=LAPSED",
                "/console/domains/0-1?at=2026-11-25T03:12",
                "/console/breaker"
            })
    void leadsBackToAPageOfTheConsole(String address) {
        assertThat(ConsolePath.wanted(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/console",
                "//evil.example",
                "/consoles",
                "/console/../v1/domains",
                "/console/session/end",
                "/console?x=\r\nSet-Cookie: a=b",
                "/console?x=\u00e9",
                ""
            })
    void leadsNowhereElse(String address) {
        assertThat(ConsolePath.wanted(address)).isEqualTo("/console");
    }
}
