package net.bpsolutions.sending.verifier.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void usesColourUnlessItIsNotWanted() {
        assertThat(Terminal.of(Map.of("TERM", "xterm"), () -> 80).colour()).isTrue();
        assertThat(Terminal.of(Map.of("NO_COLOR", ""), () -> 80).colour()).isTrue();
        assertThat(Terminal.of(Map.of("NO_COLOR", "1"), () -> 80).colour()).isFalse();
        assertThat(Terminal.of(Map.of("TERM", "dumb"), () -> 80).colour()).isFalse();
    }

    @Test
    void keepsLinesReadable() {
        assertThat(Terminal.of(Map.of(), () -> 20).width()).isEqualTo(60);
        assertThat(Terminal.of(Map.of(), () -> 100).width()).isEqualTo(100);
        assertThat(Terminal.of(Map.of(), () -> 400).width()).isEqualTo(110);
    }

    @Test
    void takesAPipeForNoTerminal() {
        assertThat(Terminal.ours(() -> 100)).isEqualTo(new Terminal(false, 80));
    }
}
