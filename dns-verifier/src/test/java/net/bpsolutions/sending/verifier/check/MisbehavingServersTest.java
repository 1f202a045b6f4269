package net.bpsolutions.sending.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.verifier.servers.OddServer;
import net.bpsolutions.sending.verifier.servers.OddServer.Manner;
import net.bpsolutions.sending.verifier.servers.SmallNet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The second tier, before servers that do everything but answer. */
class MisbehavingServersTest {

    private static final Duration TIMEOUT = Duration.ofMillis(900);
    private static final Duration DEADLINE = Duration.ofSeconds(6);

    /** What a loaded machine may add to a deadline. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private static final String GOOD = """
            mte1._domainkey CNAME dkim1.mandrillapp.com.
            mte2._domainkey CNAME dkim2.mandrillapp.com.
            _dmarc TXT "v=DMARC1; p=none"
            """;
    private static final String RESOLVER = "127.0.2.200";

    private static SmallNet net;
    private static SecondTier tier;
    private static final Map<Manner, OddServer> ODD = new EnumMap<>(Manner.class);

    @BeforeAll
    static void start(@TempDir Path zones) throws IOException {
        net = new SmallNet(Files.createDirectory(zones.resolve("zones")));
        net.odd(RESOLVER, Manner.RESOLVING);
        for (Manner manner : Manner.values()) {
            ODD.put(manner, net.odd(ip(manner), manner));
            net.zone(domain("alone", manner), "@ NS ns1\nns1 A " + ip(manner) + "\n" + GOOD);
            net.zone(
                    domain("beside", manner), "@ NS ns1\n@ NS ns2\nns1 A 127.0.0.1\nns2 A " + ip(manner) + "\n" + GOOD);
        }
        tier = tier(RESOLVER);
    }

    @AfterAll
    static void stop() throws Exception {
        net.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSING", "LIES_FIRST", "DUPLICATE", "SLOW", "OVERSIZED", "TRUNCATING", "WITHOUT_EDNS"})
    void findsTheTruthBehindOddities(Manner manner) {
        assertThat(check(domain("alone", manner))).allSatisfy(record -> {
            assertThat(record.state()).isEqualTo(RecordState.OK);
            assertThat(record.findings()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            SERVFAIL,                     SERVFAIL
            REFUSED,                      REFUSED
            NOTIMP,                       SERVFAIL
            SILENT,                       TIMEOUT
            LAME,                         LAME_DELEGATION
            REFERRING_UPWARDS,            LAME_DELEGATION
            WRONG_ID,                     TIMEOUT
            WRONG_QUESTION,               TIMEOUT
            SEVERAL_QUESTIONS,            TIMEOUT
            QR_CLEAR,                     TIMEOUT
            OTHER_OPCODE,                 TIMEOUT
            COMPRESSION_LOOP,             TIMEOUT
            FROM_ANOTHER_PORT,            TIMEOUT
            LATE,                         TIMEOUT
            TRUNCATING_AND_REFUSING,      TIMEOUT
            TRUNCATING_AND_HANGING,       TIMEOUT
            TRUNCATING_AND_DRIPPING,      TIMEOUT
            TRUNCATING_AND_CLOSING,       TIMEOUT
            TRUNCATING_AND_BREAKING_OFF,  TIMEOUT
            """)
    void calledUnknownWithTheReasonNeverMissing(Manner manner, String reason) {
        assertThat(check(domain("alone", manner))).allSatisfy(record -> {
            assertThat(record.state()).isEqualTo(RecordState.UNKNOWN);
            assertThat(record.findings()).extracting(Finding::code).containsExactly(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            SERVFAIL,                 SERVFAIL
            REFUSED,                  REFUSED
            SILENT,                   TIMEOUT
            LAME,                     LAME_DELEGATION
            REFERRING_UPWARDS,        LAME_DELEGATION
            WRONG_ID,                 TIMEOUT
            COMPRESSION_LOOP,         TIMEOUT
            TRUNCATING_AND_DRIPPING,  TIMEOUT
            """)
    void isToldByTheOthersWhatOneServerDoesNotTell(Manner manner, String reason) {
        assertThat(check(domain("beside", manner))).allSatisfy(record -> {
            assertThat(record.state()).isEqualTo(RecordState.OK);
            assertThat(record.findings()).extracting(Finding::code).containsExactly(reason);
            assertThat(record.findings().getFirst().args().get("servers")).contains("ns2." + domain("beside", manner));
        });
    }

    @Test
    void doesNotSettleADisagreement() {
        String domain = domain("beside", Manner.ABSENT);

        assertThat(check(domain)).allSatisfy(record -> {
            assertThat(record.state()).isEqualTo(RecordState.UNKNOWN);
            Finding finding = record.findings().getFirst();
            assertThat(finding.code()).isEqualTo("NAMESERVERS_DISAGREE");
            assertThat(finding.args().get("servers")).isEqualTo("ns1." + domain + ", ns2." + domain);
            assertThat(finding.args().get("answers")).contains("ns2." + domain + ": nothing");
        });
    }

    @Test
    void asksAgainBeforeItSpeaksOfADisagreement() {
        assertThat(check(domain("beside", Manner.CATCHING_UP)))
                .extracting(RecordCheck::state)
                .containsOnly(RecordState.OK);
    }

    @Test
    void waitsForADeadServerOnceAndNotAtAllTheNextTime() {
        SecondTier fresh = tier(RESOLVER);
        String domain = domain("beside", Manner.SILENT);
        check(fresh, domain);

        Duration second = timed(() -> check(fresh, domain));

        // Two questions on the way, the roll call and then the records: each would wait half of the timeout.
        assertThat(second).isLessThan(TIMEOUT);
    }

    @Test
    void goesToTheOtherResolverWhenOneIsDead() {
        String domain = domain("alone", Manner.PASSING);
        SecondTier fresh = tier(ip(Manner.SILENT), RESOLVER);

        assertThat(check(fresh, domain)).extracting(RecordCheck::state).containsOnly(RecordState.OK);
    }

    @Test
    void tellsBogusFromAbsent() {
        net.zone("bogus.example", "@ NS ns1\nns1 A 127.0.0.1\n" + GOOD);
        net.zone("fine.example", "@ NS ns1\nns1 A 127.0.0.1\n" + GOOD);
        SecondTier validating = tier(ip(Manner.VALIDATING));

        assertThat(check(validating, "bogus.example")).allSatisfy(record -> {
            assertThat(record.state()).isEqualTo(RecordState.UNKNOWN);
            assertThat(record.findings()).extracting(Finding::code).containsExactly("DNSSEC_BOGUS");
        });
        assertThat(check(validating, "fine.example"))
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
        net.zone("lost.above.example", "@ NS ns1\nns1 A 127.0.0.1\n" + GOOD);
        try (SmallNet aboveOnly = new SmallNet(Files.createDirectory(above.resolve("zones")))) {
            aboveOnly.zone("above.example", parent);
            net.odd("127.0.2.202", aboveOnly.truth(), Manner.PASSING);

            List<RecordCheck> checks = check(tier(ip(Manner.FAILING)), "lost.above.example");

            assertThat(checks).extracting(RecordCheck::state).containsOnly(RecordState.OK);
        }
    }

    @Test
    void callsUnknownWhatNoResolverHelpsToFind() {
        assertThat(check(tier(ip(Manner.SERVFAIL)), domain("alone", Manner.PASSING)))
                .allSatisfy(record -> {
                    assertThat(record.state()).isEqualTo(RecordState.UNKNOWN);
                    assertThat(record.findings()).extracting(Finding::code).containsExactly("SERVFAIL");
                });
    }

    @Test
    void saysWhenAResolverWillHaveForgotten(@TempDir Path old) throws Exception {
        net.zone("settling.example", "@ NS ns1\nns1 A 127.0.0.1\n" + GOOD);
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

            List<RecordCheck> checks = check(tier("127.0.2.201"), "settling.example");

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
                """.formatted(ip(Manner.SERVFAIL)));
        net.zone("_domainkey.parent.example", """
                @ NS ns1.keys.parent.example.
                mte1 CNAME dkim1.mandrillapp.com.
                mte2 CNAME dkim2.mandrillapp.com.
                """);

        List<RecordCheck> checks = check("parent.example");

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
        net.zone("huge.example", "@ NS ns1\nns1 A 127.0.0.1\n" + GOOD + many);

        List<RecordCheck> checks = check("huge.example");

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
                """.formatted(ip(Manner.SILENT)));
        SecondTier hasty =
                new SecondTier(net.examiner(Duration.ofSeconds(4), RESOLVER), Duration.ofSeconds(2), Clock.systemUTC());

        List<RecordCheck> checks = check(hasty, "halftime.example");

        assertThat(checks)
                .extracting(RecordCheck::state)
                .containsExactly(RecordState.UNKNOWN, RecordState.UNKNOWN, RecordState.OK);
    }

    private static SecondTier tier(String... resolvers) {
        return new SecondTier(net.examiner(TIMEOUT, resolvers), DEADLINE, Clock.systemUTC());
    }

    private static String ip(Manner manner) {
        return "127.0.2." + (List.of(Manner.values()).indexOf(manner) + 1);
    }

    private static String domain(String prefix, Manner manner) {
        return prefix + "-" + manner.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".example";
    }

    private static List<RecordCheck> check(String domain) {
        return check(tier, domain);
    }

    private static List<RecordCheck> check(SecondTier tier, String domain) {
        List<ExpectedRecord> expected = List.of(
                new ExpectedRecord(
                        Purpose.DKIM, RecordType.CNAME, "mte1._domainkey." + domain, "dkim1.mandrillapp.com", true),
                new ExpectedRecord(
                        Purpose.DKIM, RecordType.CNAME, "mte2._domainkey." + domain, "dkim2.mandrillapp.com", true),
                new ExpectedRecord(Purpose.DMARC, RecordType.TXT, "_dmarc." + domain, "v=DMARC1; p=none", true));
        SecondTier.Examined examined = tier.examine(new DomainName(domain), expected, Duration.ZERO)
                .await()
                .atMost(DEADLINE.plus(SLACK));
        return expected.stream().map(each -> examined.records().get(each)).toList();
    }

    private static Duration timed(Runnable work) {
        Instant start = Instant.now();
        work.run();
        return Duration.between(start, Instant.now());
    }
}
