package net.bpsolutions.sending.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.verifier.servers.OddServer.Manner;
import net.bpsolutions.sending.verifier.servers.SmallNet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second tier, and what resolvers and delegations keep from it. */
class SecondTierTest {

    private static final String RESOLVER = "127.0.5.1";
    private static final String DEAD = "127.0.5.2";
    private static final String FAILING_ALL = "127.0.5.3";
    private static final String FAILING = "127.0.5.4";
    private static final String VALIDATING = "127.0.5.5";

    private static SmallNet net;
    private static Asker asker;

    @BeforeAll
    static void start(@TempDir Path zones) throws IOException {
        net = new SmallNet(Files.createDirectory(zones.resolve("zones")));
        net.odd(RESOLVER, Manner.RESOLVING);
        net.odd(DEAD, Manner.SILENT);
        net.odd(FAILING_ALL, Manner.SERVFAIL);
        net.odd(FAILING, Manner.FAILING);
        net.odd(VALIDATING, Manner.VALIDATING);
        net.zone("good.example", "@ NS ns1\nns1 A 127.0.0.1\n" + Asker.GOOD);
        asker = Asker.of(net, RESOLVER);
    }

    @AfterAll
    static void stop() throws IOException {
        net.close();
    }

    @Test
    void goesToTheOtherResolverWhenOneIsDead() {
        String domain = "good.example";
        Asker fresh = Asker.of(net, DEAD, RESOLVER);

        assertThat(fresh.check(domain)).extracting(RecordCheck::state).containsOnly(RecordState.OK);
    }

    @Test
    void tellsBogusFromAbsent() {
        net.zone("bogus.example", "@ NS ns1\nns1 A 127.0.0.1\n" + Asker.GOOD);
        net.zone("fine.example", "@ NS ns1\nns1 A 127.0.0.1\n" + Asker.GOOD);
        Asker validating = Asker.of(net, VALIDATING);

        assertThat(validating.check("bogus.example")).allSatisfy(record -> {
            assertThat(record.state()).isEqualTo(RecordState.UNKNOWN);
            assertThat(record.findings()).extracting(Finding::code).containsExactly("DNSSEC_BOGUS");
        });
        assertThat(validating.check("fine.example"))
                .extracting(RecordCheck::state)
                .containsOnly(RecordState.OK);
    }

    @Test
    void asksTheZoneAboveWhenResolversFailForTheDomain(@TempDir Path above) throws Exception {
        String parent = """
                @ NS ns1
                ns1 A 127.0.2.202
                lost NS ns1.lost
                ns1.lost A 127.0.0.1
                """;
        net.zone("above.example", parent);
        net.zone("lost.above.example", "@ NS ns1\nns1 A 127.0.0.1\n" + Asker.GOOD);
        try (SmallNet aboveOnly = new SmallNet(Files.createDirectory(above.resolve("zones")))) {
            aboveOnly.zone("above.example", parent);
            net.odd("127.0.2.202", aboveOnly.truth(), Manner.PASSING);

            List<RecordCheck> checks = Asker.of(net, FAILING).check("lost.above.example");

            assertThat(checks).extracting(RecordCheck::state).containsOnly(RecordState.OK);
        }
    }

    @Test
    void callsUnknownWhatNoResolverHelpsToFind() {
        assertThat(Asker.of(net, FAILING_ALL).check("good.example")).allSatisfy(record -> {
            assertThat(record.state()).isEqualTo(RecordState.UNKNOWN);
            assertThat(record.findings()).extracting(Finding::code).containsExactly("SERVFAIL");
        });
    }

    @Test
    void saysWhenAResolverWillHaveForgotten(@TempDir Path old) throws Exception {
        net.zone("settling.example", "@ NS ns1\nns1 A 127.0.0.1\n" + Asker.GOOD);
        try (SmallNet yesterday = new SmallNet(Files.createDirectory(old.resolve("zones")))) {
            yesterday.zone("settling.example", """
                    @ NS ns1
                    ns1 A 127.0.0.1
                    mte1._domainkey 600 CNAME elsewhere.example.
                    mte2._domainkey CNAME dkim2.mandrillapp.com.
                    """);
            InetSocketAddress past = yesterday.truth();
            net.odd("127.0.2.201", past, Manner.RESOLVING);
            Instant before = Instant.now();

            List<RecordCheck> checks = Asker.of(net, "127.0.2.201").check("settling.example");

            assertThat(checks).extracting(RecordCheck::state).containsOnly(RecordState.OK);
            Finding settling = checks.getFirst().findings().getFirst();
            assertThat(settling.code()).isEqualTo("SETTLING");
            assertThat(Instant.parse(settling.args().get("tryAfter")))
                    .isBetween(before.plusSeconds(599), before.plusSeconds(610));
            assertThat(settling.args().get("servers")).startsWith("127.0.2.201:");
            assertThat(checks.get(1).findings()).isEmpty();
            assertThat(checks.get(2).findings()).extracting(Finding::code).containsExactly("SETTLING");
        }
    }

    @Test
    void asksTheServersOfADelegatedPart() {
        net.zone("parent.example", """
                @ NS ns1
                ns1 A 127.0.0.1
                _domainkey NS ns1.keys
                ns1.keys A %s
                _dmarc TXT "v=DMARC1; p=none"
                """.formatted(FAILING_ALL));
        net.zone("_domainkey.parent.example", """
                @ NS ns1.keys.parent.example.
                mte1 CNAME dkim1.mandrillapp.com.
                mte2 CNAME dkim2.mandrillapp.com.
                """);

        List<RecordCheck> checks = asker.check("parent.example");

        assertThat(checks)
                .extracting(RecordCheck::state)
                .containsExactly(RecordState.UNKNOWN, RecordState.UNKNOWN, RecordState.OK);
        assertThat(checks.getFirst().findings()).extracting(Finding::code).containsExactly("SERVFAIL");
    }

    @Test
    void takesHugeRrsetsCalmly() {
        StringBuilder many = new StringBuilder();
        for (int index = 0; index < 500; index++) {
            many.append("_dmarc TXT \"").append(index).append("x".repeat(100)).append("\"\n");
        }
        net.zone("huge.example", "@ NS ns1\nns1 A 127.0.0.1\n" + Asker.GOOD + many);

        List<RecordCheck> checks = asker.check("huge.example");

        assertThat(checks.get(2).state()).isEqualTo(RecordState.OK);
    }

    @Test
    void keepsWhatWasJudgedInTimeWhenTheRestTakesTooLong() {
        net.zone("halftime.example", """
                @ NS ns1
                ns1 A 127.0.0.1
                _domainkey NS ns1.keys
                ns1.keys A %s
                _dmarc TXT "v=DMARC1; p=none"
                """.formatted(DEAD));
        Asker hasty = Asker.inHaste(net, RESOLVER);

        List<RecordCheck> checks = hasty.check("halftime.example");

        assertThat(checks)
                .extracting(RecordCheck::state)
                .containsExactly(RecordState.UNKNOWN, RecordState.UNKNOWN, RecordState.OK);
    }
}
