package net.bpsolutions.sending.registry.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.bpsolutions.sending.registry.Settings;
import net.bpsolutions.sending.registry.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

    private final Targets shipped = new Targets(Settings.defaults());

    @Test
    void readsAnAddress() {
        assertThat(shipped.read("https://Hooks.Example-Clinic.com/sending/events?a=b"))
                .isEqualTo(new Target("hooks.example-clinic.com", 443, true, "/sending/events?a=b", false));
        assertThat(shipped.read("https://hooks.example-clinic.com"))
                .isEqualTo(new Target("hooks.example-clinic.com", 443, true, "/", false));
    }

    @Test
    void sendsToOtherPortsOnlyWhenTheyAreConfigured() {
        Targets more = new Targets(Settings.with("registry.webhooks.ports", "443,8443"));

        assertThat(more.read("https://hooks.example-clinic.com:8443/").port()).isEqualTo(8443);
        refuses(shipped, "https://hooks.example-clinic.com:8443/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example-clinic.com",
                "//hooks.example-clinic.com/",
                "http://hooks.example-clinic.com/",
                "ftp://hooks.example-clinic.com/",
                "file:///etc/passwd",
                "gopher://hooks.example-clinic.com/",
                "javascript:alert(1)",
                "https:hooks.example-clinic.com",
                "https:///path",
                "https://user:password@hooks.example-clinic.com/",
                "https://hooks.example-clinic.com@127.0.0.1/",
                "https://hooks.example-clinic.com/#part",
                "https://hooks.example-clinic.com:22/",
                "https://hooks.example-clinic.com:0/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://1.1.1.1/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://metadata.google.internal/",
                "https://domain-registry/",
                "https://postgres.default.svc.cluster.local/",
                "https://hooks.test/",
                "https://hooks.onion/",
                "https://hooks_underscore.example-clinic.com/",
                "https://hooks.example-clinic.com/a b",
                "https://hooks.example-clinic.com/\r\nX: y",
                "https://hooks.example-clinic.com\\@localhost/"
            })
    void refusesWhatIsNoAddressOnThePublicInternet(String url) {
        refuses(shipped, url);
    }

    @Test
    void sendsToItsOwnMachineInDevelopmentOnly() {
        Targets development = new Targets(Settings.with("registry.webhooks.allow-loopback", "true"));

        assertThat(development.read("http://localhost:9999/x"))
                .isEqualTo(new Target("127.0.0.1", 9999, false, "/x", true));
        assertThat(development.read("http://[::1]:9999/").host()).isEqualTo("::1");
        refuses(development, "http://hooks.example-clinic.com/");
        refuses(development, "http://10.0.0.1/");
        refuses(development, "http://127.0.0.2/");
    }

    private static void refuses(Targets targets, String url) {
        assertThatThrownBy(() -> targets.read(url)).isInstanceOf(RefusedException.class);
    }
}
