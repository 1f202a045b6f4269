package net.bpsolutions.sending.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class ZoneServerTest {

    private static final String CLINIC = """
            $TTL 5
            @       SOA ns1 hostmaster 1 3600 600 604800 5
            @       NS  ns1
            ns1     A   127.0.0.1
            mte1._domainkey CNAME dkim1.vendor.example.
            *.wild  TXT "any"
            a.b     TXT "below an empty non-terminal"
            sub     NS  ns.sub
            ns.sub  A   127.0.0.2
            loop1   CNAME loop2
            loop2   CNAME loop1
            gone    CNAME nowhere.vendor.example.
            """;

    @TempDir
    Path zones;

    private final List<String> notices = new CopyOnWriteArrayList<>();
    private ZoneServer server;

    @BeforeEach
    void start() throws IOException {
        write("clinic.example.zone", CLINIC);
        write("vendor.zone", "$ORIGIN vendor.example.\ndkim1 TXT \"v=DKIM1; \" \"p=AAAA\"\n");
        server = ZoneServer.start(zones, 0, notices::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void followsAnAliasIntoAnotherZone() throws IOException {
        Message response = ask("mte1._domainkey.clinic.example.", Type.TXT);

        assertThat(response.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(response.getHeader().getFlag(Flags.RA)).isTrue();
        assertThat(texts(response, Section.ANSWER))
                .containsExactly("CNAME dkim1.vendor.example.", "TXT \"v=DKIM1; \" p=AAAA");
    }

    @Test
    void tellsAnAbsentNameFromAnAbsentType() throws IOException {
        Message absentName = ask("no.clinic.example.", Type.TXT);
        Message absentType = ask("ns1.clinic.example.", Type.TXT);
        Message emptyNonTerminal = ask("b.clinic.example.", Type.TXT);

        assertThat(absentName.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(absentType.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(emptyNonTerminal.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(List.of(absentName, absentType, emptyNonTerminal)).allSatisfy(response -> {
            assertThat(response.getSection(Section.ANSWER)).isEmpty();
            assertThat(texts(response, Section.AUTHORITY))
                    .singleElement()
                    .asString()
                    .startsWith("SOA");
        });
    }

    @Test
    void knowsAsTheRootThatNothingElseExists() throws IOException {
        Message elsewhere = ask("_dmarc.com.", Type.TXT);
        Message aboveAZone = ask("example.", Type.TXT);

        assertThat(elsewhere.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(elsewhere.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(elsewhere.getSection(Section.AUTHORITY).getFirst().getName()).isEqualTo(Name.root);
        assertThat(aboveAZone.getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void expandsAWildcardButNotBesideAnExistingName() throws IOException {
        assertThat(texts(ask("x.y.wild.clinic.example.", Type.TXT), Section.ANSWER))
                .containsExactly("TXT any");
        assertThat(ask("x.a.b.clinic.example.", Type.TXT).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void refersToTheServersOfADelegatedZoneUntilItIsLoaded() throws IOException {
        Message referral = ask("www.sub.clinic.example.", Type.A);
        write("sub.clinic.example.zone", "www A 192.0.2.1\n");
        server.reload();
        Message answer = ask("www.sub.clinic.example.", Type.A);

        assertThat(referral.getHeader().getFlag(Flags.AA)).isFalse();
        assertThat(texts(referral, Section.AUTHORITY)).containsExactly("NS ns.sub.clinic.example.");
        assertThat(texts(referral, Section.ADDITIONAL)).contains("A 127.0.0.2");
        assertThat(texts(answer, Section.ANSWER)).containsExactly("A 192.0.2.1");
    }

    @Test
    void endsAliasesThatLoopOrDangle() throws IOException {
        Message loop = ask("loop1.clinic.example.", Type.A);
        Message dangling = ask("gone.clinic.example.", Type.A);

        assertThat(texts(loop, Section.ANSWER))
                .containsExactly("CNAME loop2.clinic.example.", "CNAME loop1.clinic.example.");
        assertThat(texts(dangling, Section.ANSWER)).containsExactly("CNAME nowhere.vendor.example.");
        assertThat(dangling.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void makesUpServersThatAreThisOne() throws IOException {
        Message ns = ask("vendor.example.", Type.NS);

        assertThat(texts(ns, Section.ANSWER)).containsExactly("NS ns1.vendor.example.");
        assertThat(texts(ask("ns1.vendor.example.", Type.A), Section.ANSWER)).containsExactly("A 127.0.0.1");
    }

    @Test
    void givesNameServersOutsideEveryZoneTheLoopbackAddress() throws IOException {
        write("other.example.zone", "@ NS ns7.hoster.test.\n");
        server.reload();

        assertThat(texts(ask("ns7.hoster.test.", Type.A), Section.ANSWER)).containsExactly("A 127.0.0.1");
    }

    @Test
    void truncatesADatagramAndAnswersInFullOverTcp() throws IOException {
        write("big.example.zone", bigRecords());
        server.reload();
        SimpleResolver udp = resolver();
        udp.setIgnoreTruncation(true);
        SimpleResolver tcp = resolver();
        tcp.setTCP(true);

        Message truncated = udp.send(query("big.big.example.", Type.TXT));
        Message full = tcp.send(query("big.big.example.", Type.TXT));

        assertThat(truncated.getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(truncated.numBytes()).isLessThanOrEqualTo(1232);
        assertThat(full.getSection(Section.ANSWER)).hasSize(20);
    }

    private static String bigRecords() {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            records.append("big TXT \"%02d%s\"%n".formatted(i, "y".repeat(240)));
        }
        return records.toString();
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
    void seesAnEditWithinASecond() throws IOException {
        write("clinic.example.zone", CLINIC + "_dmarc TXT \"v=DMARC1; p=none\"\n");

        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(texts(ask("_dmarc.clinic.example.", Type.TXT), Section.ANSWER))
                        .containsExactly("TXT \"v=DMARC1; p=none\""));
    }

    @Test
    void keepsTheLastGoodVersionOfABrokenFileAndSaysWhere() throws IOException {
        write("clinic.example.zone", CLINIC + "broken A not-an-address\n");
        server.reload();

        assertThat(ask("ns1.clinic.example.", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(notices).singleElement().asString().contains("clinic.example.zone:13:");
    }

    @Test
    void forgetsARemovedFile() throws IOException {
        Files.delete(zones.resolve("clinic.example.zone"));
        server.reload();

        assertThat(ask("ns1.clinic.example.", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void saysThatThePortIsTakenWhenOnlyDatagramsAre() throws IOException {
        try (DatagramSocket other = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> ZoneServer.start(zones, other.getLocalPort()))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("(DNS) is taken");
        }
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(zones.resolve(file), content);
    }

    private Message ask(String name, int type) throws IOException {
        return resolver().send(query(name, type));
    }

    private SimpleResolver resolver() {
        SimpleResolver resolver = new SimpleResolver(server.address());
        resolver.setTimeout(Duration.ofSeconds(2));
        return resolver;
    }

    private static Message query(String name, int type) {
        return Message.newQuery(Record.newRecord(Name.fromConstantString(name), type, DClass.IN));
    }

    private static List<String> texts(Message message, int section) {
        return message.getSection(section).stream()
                .map(rr -> Type.string(rr.getType()) + " " + rr.rdataToString())
                .toList();
    }
}
