package net.bpsolutions.sending.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.gateway.inbound.smtp.Envelope;
import net.bpsolutions.sending.gateway.parts.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAddressesTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";

    private final OwnAddresses addresses =
            new OwnAddresses(Settings.of(Map.of("gateway.vendor.bounce-address", "bounces@mail.bp-solutions.net")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verification@bp-solutions.net",
                "Verification@BP-Solutions.NET",
                "blueprintoms@bp-solutions.net",
                "blueprintoms+" + TOKEN + "@bp-solutions.net",
                "bounces@mail.bp-solutions.net",
                "bounces+" + TOKEN + "@mail.bp-solutions.net"
            })
    void takesMailForUs(String address) {
        assertThat(addresses.isOurs(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "victim@elsewhere.example",
                "verification%elsewhere.example@bp-solutions.net",
                "elsewhere.example!victim@bp-solutions.net",
                "@bp-solutions.net:victim@elsewhere.example",
                "verification@bp-solutions.net@elsewhere.example",
                "victim@elsewhere.example@bp-solutions.net",
                "\"victim@elsewhere.example\"@bp-solutions.net",
                "\"verification\"@bp-solutions.net",
                "verification@[127.0.0.1]",
                "verification",
                "verification@bp-solutions.net.",
                "verification+x@bp-solutions.net",
                "blueprintoms+@bp-solutions.net",
                "blueprintoms+victim@elsewhere.example@bp-solutions.net",
                "blueprintoms+victim%elsewhere.example@bp-solutions.net",
                "blueprintoms+0123456789abcdef@elsewhere.example",
                "blueprintoms+0123456789abcdef@sub.bp-solutions.net",
                "postmaster@bp-solutions.net",
                "postmaster"
            })
    void relaysForNobody(String address) {
        assertThat(addresses.isOurs(address)).isFalse();
    }

    @Test
    void namesTheMailThatAnAddressIsAbout() {
        Envelope envelope = new Envelope(
                "", List.of("bounces+" + TOKEN + "@mail.bp-solutions.net", "blueprintoms@bp-solutions.net"));

        assertThat(addresses.messageIds(envelope)).containsExactly("<" + TOKEN + "@bp-solutions.net>");
    }
}
