package net.bpsolutions.sending.gateway.inbound.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.parts.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImapSettingsTest {

    private static final Map<String, String> WHOLE = Map.of(
            "gateway.imap.enabled", "true",
            "gateway.imap.host", "imap.vendor.example",
            "gateway.imap.user", "verification",
            "gateway.imap.password-file", "/run/secrets/imap/password",
            "gateway.inbound.max-message-size", "70000");

    @Test
    void readsNothingUnlessSwitchedOn() {
        assertThat(settings(Map.of("gateway.imap.enabled", "false"))).isEmpty();
    }

    @Test
    void protectsTheConnectionByDefault() {
        ImapSettings settings = settings(Map.of()).orElseThrow();

        assertThat(settings.account().tls()).isEqualTo(ImapConfig.Tls.TLS);
        assertThat(settings.account().port()).isEqualTo(993);
        assertThat(settings.folder()).isEqualTo("INBOX");
        assertThat(settings.maxSize()).isEqualTo(70_000);
    }

    @ParameterizedTest
    @CsvSource({
        "gateway.imap.host, '', IMAP_HOST",
        "gateway.imap.user, '', IMAP_USER",
        "gateway.imap.password-file, '', IMAP_PASSWORD_FILE",
        "gateway.imap.afterwards, move, IMAP_MOVE_TO"
    })
    void namesWhatIsMissing(String setting, String value, String variable) {
        assertThatThrownBy(() -> settings(Map.of(setting, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(setting.equals("gateway.imap.afterwards") ? "gateway.imap.move-to" : setting)
                .hasMessageContaining(variable);
    }

    private static Optional<ImapSettings> settings(Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(WHOLE);
        all.putAll(changes);
        GatewayConfig config = Settings.of(all);
        return ImapSettings.of(config.imap(), config.inbound().maxMessageSize());
    }
}
