package net.bpsolutions.sending.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
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

    private static final String RESOLVER = "127.0.2.200";

    private static SmallNet net;
    private static Asker asker;

    @BeforeAll
    static void start(@TempDir Path zones) throws IOException {
        net = new SmallNet(Files.createDirectory(zones.resolve("zones")));
        net.odd(RESOLVER, Manner.RESOLVING);
        for (Manner manner : Manner.values()) {
            net.odd(ip(manner), manner);
            net.zone(domain("alone", manner), "@ NS ns1\nns1 A " + ip(manner) + "\n" + Asker.GOOD);
            net.zone(
                    domain("beside", manner),
                    "@ NS ns1\n@ NS ns2\nns1 A 127.0.0.1\nns2 A " + ip(manner) + "\n" + Asker.GOOD);
        }
        asker = Asker.of(net, RESOLVER);
    }

    @AfterAll
    static void stop() throws Exception {
        net.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSING", "LIES_FIRST", "DUPLICATE", "SLOW", "OVERSIZED", "TRUNCATING", "WITHOUT_EDNS"})
    void findsTheTruthBehindOddities(Manner manner) {
        assertThat(asker.check(domain("alone", manner))).allSatisfy(record -> {
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
        assertThat(asker.check(domain("alone", manner))).allSatisfy(record -> {
            assertThat(record.state()).isEqualTo(RecordState.UNKNOWN);
            assertThat(record.findings()).extracting(Finding::code).containsExactly(reason);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"LAME", "REFERRING_UPWARDS"})
    void doesNotLetAResolverThatHoldsTheZoneItselfSpeakForLameServers(Manner manner) {
        assertThat(Asker.of(net, "127.0.0.1").check(domain("alone", manner))).allSatisfy(record -> {
            assertThat(record.state()).isEqualTo(RecordState.UNKNOWN);
            assertThat(record.findings()).extracting(Finding::code).containsExactly("LAME_DELEGATION");
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
        assertThat(asker.check(domain("beside", manner))).allSatisfy(record -> {
            assertThat(record.state()).isEqualTo(RecordState.OK);
            assertThat(record.findings()).extracting(Finding::code).containsExactly(reason);
            assertThat(record.findings().getFirst().args().get("servers")).contains("ns2." + domain("beside", manner));
        });
    }

    @Test
    void doesNotSettleADisagreement() {
        String domain = domain("beside", Manner.ABSENT);

        assertThat(asker.check(domain)).allSatisfy(record -> {
            assertThat(record.state()).isEqualTo(RecordState.UNKNOWN);
            Finding finding = record.findings().getFirst();
            assertThat(finding.code()).isEqualTo("NAMESERVERS_DISAGREE");
            assertThat(finding.args().get("servers")).isEqualTo("ns1." + domain + ", ns2." + domain);
            assertThat(finding.args().get("answers")).contains("ns2." + domain + ": nothing");
        });
    }

    @Test
    void asksAgainBeforeItSpeaksOfADisagreement() {
        assertThat(asker.check(domain("beside", Manner.CATCHING_UP)))
                .extracting(RecordCheck::state)
                .containsOnly(RecordState.OK);
    }

    @Test
    void waitsForADeadServerOnceAndNotAtAllTheNextTime() {
        Asker fresh = Asker.of(net, RESOLVER);
        String domain = domain("beside", Manner.SILENT);
        fresh.check(domain);

        Duration second = timed(() -> fresh.check(domain));

        // Two questions on the way, the roll call and then the records: each would wait half of the timeout.
        assertThat(second).isLessThan(Asker.TIMEOUT);
    }

    @Test
    void neverCallsMissingWhatAServerSaysEveryOtherTime() {
        assertThat(asker.check(domain("beside", Manner.FLIP_FLOP)))
                .extracting(RecordCheck::state)
                .isSubsetOf(RecordState.OK, RecordState.UNKNOWN);
    }

    private static String ip(Manner manner) {
        return "127.0.2." + (List.of(Manner.values()).indexOf(manner) + 1);
    }

    private static String domain(String prefix, Manner manner) {
        return prefix + "-" + manner.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".example";
    }

    private static Duration timed(Runnable work) {
        Instant start = Instant.now();
        work.run();
        return Duration.between(start, Instant.now());
    }
}
