package net.bpsolutions.sending.gateway.inbound.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyHeaderTest {

    private static final byte[] FOUR = {(byte) 192, 0, 2, 7, 10, 0, 0, 1, 1, 2, 0, 25};

    @ParameterizedTest
    @CsvSource({
        "PROXY TCP4 192.0.2.7 192.0.2.1 40000 25, 192.0.2.7",
        "PROXY TCP6 2001:db8::7 2001:db8::1 40000 25, 2001:db8:0:0:0:0:0:7"
    })
    void readsText(String line, String address) {
        assertThat(read(line + "\r\nEHLO c\r\n")).isEqualTo(new ProxyHeader.Client(address, line.length() + 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROXY UNKNOWN\r\n", "PROXY UNKNOWN ffff::1 ffff::2 1 2\r\n"})
    void leavesConnectionsOfUnknownClientsToTheProxy(String line) {
        assertThat(read(line)).isEqualTo(new ProxyHeader.Own(line.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EHLO c\r\n",
                "PROXY TCP4 192.0.2.7\r\n",
                "PROXY TCP4 2001:db8::7 2001:db8::1 1 2\r\n",
                "PROXY TCP4 localhost localhost 1 2\r\n",
                "PROXY TCP4 192.0.2.7 192.0.2.1 1 2\n",
                "PROXY TCP5 192.0.2.7 192.0.2.1 1 2\r\n",
                "proxy TCP4 192.0.2.7 192.0.2.1 1 2\r\n"
            })
    void refusesWhatIsNone(String line) {
        assertThat(read(line)).isEqualTo(new ProxyHeader.Invalid());
    }

    @Test
    void waitsForTheRest() {
        byte[] text = "PROXY TCP4 192.0.2.7 192.0.2.1 40000 25\r\n".getBytes(ISO_8859_1);
        byte[] binary = binary(0x21, 0x11, FOUR);

        for (byte[] whole : new byte[][] {text, binary}) {
            for (int length = 1; length < whole.length; length++) {
                assertThat(ProxyHeader.read(Arrays.copyOf(whole, length))).isEqualTo(new ProxyHeader.Incomplete());
            }
        }
    }

    @Test
    void readsBinary() {
        byte[] six = new byte[36 + 5];
        six[0] = 0x20;
        six[1] = 0x01;
        six[15] = 7;

        assertThat(ProxyHeader.read(binary(0x21, 0x11, FOUR))).isEqualTo(new ProxyHeader.Client("192.0.2.7", 28));
        assertThat(ProxyHeader.read(binary(0x21, 0x21, six)))
                .isEqualTo(new ProxyHeader.Client("2001:0:0:0:0:0:0:7", 57));
        assertThat(ProxyHeader.read(binary(0x20, 0, new byte[0]))).isEqualTo(new ProxyHeader.Own(16));
    }

    @ParameterizedTest
    @CsvSource({"0x11, 0x11", "0x22, 0x11", "0x21, 0x31", "0x21, 0x12"})
    void refusesBinaryThatItDoesNotKnow(String command, String family) {
        assertThat(ProxyHeader.read(binary(Integer.decode(command), Integer.decode(family), FOUR)))
                .isEqualTo(new ProxyHeader.Invalid());
    }

    @Test
    void refusesAddressesThatAreTooShort() {
        assertThat(ProxyHeader.read(binary(0x21, 0x21, FOUR))).isEqualTo(new ProxyHeader.Invalid());
    }

    @Test
    void waitsForNoHeaderThatIsTooLong() {
        byte[] claimed = Arrays.copyOf(binary(0x21, 0x11, FOUR), 16);
        claimed[14] = 0x7f;

        assertThat(ProxyHeader.read(claimed)).isEqualTo(new ProxyHeader.Invalid());
        assertThat(read("PROXY TCP4 192.0.2.7" + " ".repeat(100))).isEqualTo(new ProxyHeader.Invalid());
    }

    private static ProxyHeader read(String octets) {
        return ProxyHeader.read(octets.getBytes(ISO_8859_1));
    }

    private static byte[] binary(int command, int family, byte[] rest) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes(ProxyHeader.SIGNATURE.getBytes(ISO_8859_1));
        header.write(command);
        header.write(family);
        header.write(rest.length >> 8);
        header.write(rest.length & 0xff);
        header.writeBytes(rest);
        return header.toByteArray();
    }
}
