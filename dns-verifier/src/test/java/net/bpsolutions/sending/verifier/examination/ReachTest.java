package net.bpsolutions.sending.verifier.examination;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {

    private static final Reach INTERNET = Reach.of(53);

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.7", "100.128.0.1", "172.32.0.1", "2001:db8::53", "::ffff:192.0.2.1"})
    void reachesTheInternet(String ip) {
        assertThat(INTERNET.allows(ip)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.96.0.10",
                "172.16.0.1",
                "192.168.1.1",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "::1",
                "fe80::1",
                "fd00::53",
                "::ffff:10.0.0.1"
            })
    void isNotLedIntoTheNetworkItRunsIn(String ip) {
        assertThat(INTERNET.allows(ip)).isFalse();
        assertThat(new Reach(true).allows(ip)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "0.1.2.3", "224.0.0.251", "255.255.255.255", "240.0.0.1", "::", "ff02::fb"})
    void asksNobodyWhereNobodyCanBe(String ip) {
        assertThat(INTERNET.allows(ip)).isFalse();
        assertThat(new Reach(true).allows(ip)).isFalse();
    }

    @Test
    void staysOnTheMachineWhereNameServersHaveAPortOfTheirOwn() {
        assertThat(Reach.of(5300).allows("127.0.0.1")).isTrue();
        assertThat(Reach.of(5300).allows("10.96.0.10")).isTrue();
    }
}
