package net.bpsolutions.sending.local;

import static net.bpsolutions.sending.local.DnsClient.query;
import static net.bpsolutions.sending.local.DnsClient.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class ZoneServerTransportTest {

    @TempDir
    Path zones;

    private final List<String> notices = new CopyOnWriteArrayList<>();
    private ZoneServer server;

    @BeforeEach
    void start() throws IOException {
        write("clinic.example.zone", "ns1 A 127.0.0.1\n");
        server = ZoneServer.start(zones, 0, notices::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void truncatesADatagramAndAnswersInFullOverTcp() throws IOException {
        write("big.example.zone", bigRecords());
        server.reload();
        SimpleResolver udp = new DnsClient(server.address()).resolver();
        udp.setIgnoreTruncation(true);
        SimpleResolver tcp = new DnsClient(server.address()).resolver();
        tcp.setTCP(true);

        Message truncated = udp.send(query("big.big.example.", Type.TXT));
        Message full = tcp.send(query("big.big.example.", Type.TXT));

        assertThat(truncated.getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(truncated.numBytes()).isLessThanOrEqualTo(1232);
        assertThat(full.getSection(Section.ANSWER)).hasSize(20);
    }

    @Test
    void answersManyQueriesOnOneConnection() throws IOException {
        try (Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort())) {
            var out = new DataOutputStream(socket.getOutputStream());
            var in = new DataInputStream(socket.getInputStream());
            for (int i = 0; i < 3; i++) {
                byte[] query = query("ns1.clinic.example.", Type.A).toWire();
                out.writeShort(query.length);
                out.write(query);
            }
            for (int i = 0; i < 3; i++) {
                byte[] response = in.readNBytes(in.readUnsignedShort());
                assertThat(texts(new Message(response), Section.ANSWER)).containsExactly("A 127.0.0.1");
            }
        }
    }

    @Test
    void survivesPacketsThatAreNoQueries() throws IOException {
        byte[] cut = Arrays.copyOf(query("ns1.clinic.example.", Type.A).toWire(), 20);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(server.address());
            socket.send(new DatagramPacket(new byte[] {1, 2, 3}, 3));
            socket.send(new DatagramPacket(cut, cut.length));
            socket.setSoTimeout(2000);
            DatagramPacket response = new DatagramPacket(new byte[512], 512);
            socket.receive(response);

            Message refusal = new Message(Arrays.copyOf(response.getData(), response.getLength()));
            assertThat(refusal.getRcode()).isEqualTo(Rcode.FORMERR);
        }
        assertThat(ask("ns1.clinic.example.", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void saysThatThePortIsTakenWhenOnlyDatagramsAre() throws IOException {
        try (DatagramSocket other = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> ZoneServer.start(zones, other.getLocalPort()))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("(DNS) is taken");
        }
    }

    private static String bigRecords() {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            records.append("big TXT \"%02d%s\"%n".formatted(i, "y".repeat(240)));
        }
        return records.toString();
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(zones.resolve(file), content);
    }

    private Message ask(String name, int type) throws IOException {
        return new DnsClient(server.address()).ask(name, type);
    }
}
