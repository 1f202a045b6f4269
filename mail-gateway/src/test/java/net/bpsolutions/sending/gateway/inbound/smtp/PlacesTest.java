package net.bpsolutions.sending.gateway.inbound.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    private final Places places =
            new Places(new SmtpLimits.OfConnections(4, 2, 1, Duration.ZERO, Duration.ZERO, Duration.ZERO));

    @Test
    void countsAnIpv6ClientByItsNetwork() {
        assertThat(places.enter("2001:db8:0:1::1")).isTrue();
        assertThat(places.enter("2001:db8:0:1:ffff::2")).isTrue();
        assertThat(places.enter("2001:db8:0:1::3")).isFalse();
        assertThat(places.enter("2001:db8:0:2::1")).isTrue();
    }

    @Test
    void hasAPlaceAgainAfterSomebodyLeft() {
        places.enter("192.0.2.1");
        places.enter("192.0.2.1");
        assertThat(places.enter("192.0.2.1")).isFalse();

        places.leave("192.0.2.1");
        places.leave("192.0.2.1");

        assertThat(places.enter("192.0.2.1")).isTrue();
    }

    @Test
    void isCrowdedWhenMoreThanHalfIsTaken() {
        places.enter();
        places.enter();
        assertThat(places.crowded()).isFalse();

        places.enter();

        assertThat(places.crowded()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "10.128.0.0/9, 10.127.0.0, false",
        "2001:db8::/32, 2001:db8:1::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "0.0.0.0/0, 2001:db8::1, false"
    })
    void knowsWhoIsInARange(String range, String address, boolean inside) {
        assertThat(Networks.of(List.of(range)).contains(address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "192.0.2.0/33", "192.0.2", ""})
    void refusesWhatIsNoRange(String range) {
        assertThatThrownBy(() -> Networks.of(List.of(range))).isInstanceOf(IllegalArgumentException.class);
    }
}
