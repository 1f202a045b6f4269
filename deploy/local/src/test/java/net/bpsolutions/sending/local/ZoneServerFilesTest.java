package net.bpsolutions.sending.local;

import static net.bpsolutions.sending.local.DnsClient.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class ZoneServerFilesTest {

    private static final String ZONE = "www A 192.0.2.1\n";

    @TempDir
    Path zones;

    private final List<String> notices = new CopyOnWriteArrayList<>();
    private ZoneServer server;

    @BeforeEach
    void start() throws IOException {
        write("clinic.example.zone", ZONE);
        server = ZoneServer.start(zones, 0, notices::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void seesAnEditByItself() throws IOException {
        write("clinic.example.zone", ZONE + "_dmarc TXT \"v=DMARC1; p=none\"\n");

        await().untilAsserted(() -> assertThat(texts(ask("_dmarc.clinic.example.", Type.TXT), Section.ANSWER))
                .containsExactly("TXT \"v=DMARC1; p=none\""));
    }

    @Test
    void keepsTheLastGoodVersionOfABrokenFileAndSaysWhere() throws IOException {
        write("clinic.example.zone", ZONE + "broken A not-an-address\n");
        server.reload();

        assertThat(ask("www.clinic.example.", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(notices).singleElement().asString().contains("clinic.example.zone:2:");
    }

    @Test
    void forgetsARemovedFile() throws IOException {
        Files.delete(zones.resolve("clinic.example.zone"));
        server.reload();

        assertThat(ask("www.clinic.example.", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void makesUpServersThatAreThisOne() throws IOException {
        Message ns = ask("clinic.example.", Type.NS);

        assertThat(texts(ns, Section.ANSWER)).containsExactly("NS ns1.clinic.example.");
        assertThat(texts(ask("ns1.clinic.example.", Type.A), Section.ANSWER)).containsExactly("A 127.0.0.1");
    }

    @Test
    void givesNameServersOutsideEveryZoneTheLoopbackAddress() throws IOException {
        write("other.example.zone", "@ NS ns7.hoster.test.\n");
        server.reload();

        assertThat(texts(ask("ns7.hoster.test.", Type.A), Section.ANSWER)).containsExactly("A 127.0.0.1");
    }

    /** At once: the server may look at any moment, and an empty zone is a good one. */
    private void write(String file, String content) throws IOException {
        Path draft = Files.writeString(zones.resolve(file + ".draft"), content);
        Files.move(draft, zones.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }

    private Message ask(String name, int type) throws IOException {
        return new DnsClient(server.address()).ask(name, type);
    }
}
