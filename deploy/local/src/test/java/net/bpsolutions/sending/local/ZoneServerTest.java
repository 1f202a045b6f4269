package net.bpsolutions.sending.local;

import static net.bpsolutions.sending.local.DnsClient.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
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
            moved   DNAME vendor.example.
            dkim1.moved TXT "hidden"
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
    void redirectsWhatIsBelowADname() throws IOException {
        Message text = ask("dkim1.moved.clinic.example.", Type.TXT);
        Message alias = ask("dkim1.moved.clinic.example.", Type.CNAME);
        Message itself = ask("moved.clinic.example.", Type.TXT);

        assertThat(texts(text, Section.ANSWER))
                .containsExactly("DNAME vendor.example.", "CNAME dkim1.vendor.example.", "TXT \"v=DKIM1; \" p=AAAA");
        assertThat(texts(alias, Section.ANSWER))
                .containsExactly("DNAME vendor.example.", "CNAME dkim1.vendor.example.");
        assertThat(itself.getSection(Section.ANSWER)).isEmpty();
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

    private void write(String file, String content) throws IOException {
        Files.writeString(zones.resolve(file), content);
    }

    private Message ask(String name, int type) throws IOException {
        return new DnsClient(server.address()).ask(name, type);
    }
}
