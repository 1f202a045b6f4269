package net.bpsolutions.sending.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void findsPortsOnWhichTcpAndUdpCanListenAtEveryAddress() throws IOException {
        for (int each = 0; each < 200; each++) {
            int port = Ports.free();
            try (ServerSocket tcp = new ServerSocket(port);
                    DatagramSocket udp = new DatagramSocket(port, InetAddress.getByName("127.0.0.2"))) {
                assertThat(tcp.getLocalPort()).isEqualTo(udp.getLocalPort());
            }
        }
    }

    @Test
    void findsNoneThatAConnectionGoingOutMayTake() {
        assertThat(IntStream.generate(Ports::free).limit(200)).allMatch(port -> port < 32_768);
    }

    @Test
    void offersNoneTwice() {
        assertThat(IntStream.generate(Ports::free).limit(200).boxed()).doesNotHaveDuplicates();
    }

    @Test
    void knowsThatAPortIsTakenForTcpOrForUdp() throws IOException {
        int port = Ports.free();
        try (DatagramSocket udp = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isTaken(udp.getLocalPort())).isFalse();
            assertThat(Ports.isTakenForDatagrams(port)).isTrue();
        }
        try (ServerSocket tcp = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isTaken(tcp.getLocalPort())).isTrue();
            assertThat(Ports.isTakenForDatagrams(port)).isFalse();
        }
    }
}
