package net.bpsolutions.sending.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginTest {

    private static final Set<String> OWN = Set.of("console.example:8443");

    @Test
    void believesTheBrowser() {
        assertThat(SameOrigin.isOurs(Optional.of("same-origin"), Optional.empty(), OWN))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", "", "Same-Origin", "same-origin, cross-site"})
    void refusesEveryOtherSite(String site) {
        assertThat(SameOrigin.isOurs(Optional.of(site), Optional.of("https://console.example:8443"), OWN))
                .isFalse();
    }

    @Test
    void asksForTheOriginWhereABrowserSaysNoSite() {
        assertThat(SameOrigin.isOurs(Optional.empty(), Optional.of("https://Console.example:8443"), OWN))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "https://evil.example",
                "https://console.example",
                "https://console.example:8443.evil.example",
                "https://evil.example/console.example:8443",
                "https://console.example:8443@evil.example",
                "not a uri"
            })
    void refusesEveryOtherOrigin(String origin) {
        assertThat(SameOrigin.isOurs(Optional.empty(), Optional.of(origin), OWN))
                .isFalse();
    }

    @Test
    void refusesWhatSaysNeither() {
        assertThat(SameOrigin.isOurs(Optional.empty(), Optional.empty(), OWN)).isFalse();
    }
}
