package net.bpsolutions.sending.registry.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgramsTest {

    private static final Optional<Path> SOME = Optional.of(Path.of("/usr/bin/some"));

    @Test
    void saysInOneSentenceWhatIsMissingAndHowToGetIt() {
        assertThatThrownBy(() -> Programs.of(Optional.empty(), SOME))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("apt-get install chromium chromium-driver");
    }

    @Test
    void needsTheDriverAsWell() {
        assertThatThrownBy(() -> Programs.of(SOME, Optional.empty())).isInstanceOf(AssertionError.class);
    }

    @Test
    void takesWhatIsThere() {
        assertThat(Programs.of(SOME, SOME).driver()).isEqualTo(Path.of("/usr/bin/some"));
    }
}
