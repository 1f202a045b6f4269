package net.bpsolutions.sending.verifier.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.verifier.delivery.EventJson;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.quicklook.Asking;
import net.bpsolutions.sending.verifier.quicklook.QuickLook;
import net.bpsolutions.sending.verifier.servers.SmallNet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both tiers, the first of which sees nothing or breaks down. */
class DomainCheckTest {

    private static final Asking SEES_NOTHING = (question, patience, then) -> then.accept(new Lookup.NoData());
    private static final Duration DEADLINE = Duration.ofSeconds(9);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static SmallNet net;

    @BeforeAll
    static void start(@TempDir Path zones) throws IOException {
        net = new SmallNet(Files.createDirectory(zones.resolve("zones")));
        net.zone("good.example", "@ NS ns1\nns1 A 127.0.0.1\n" + Asker.GOOD);
    }

    @AfterAll
    static void stop() throws IOException {
        net.close();
    }

    @Test
    void examinesWhatAQuickLookFailsAt() {
        Asking broken = (question, patience, then) -> {
            throw new IllegalArgumentException("not an owner name");
        };

        assertThat(check("good.example", broken).records())
                .extracting(RecordCheck::state)
                .containsOnly(RecordState.OK);
    }

    @Test
    void examinesWhatAQuickLookNeverFinishes() {
        Asking forgetful = (question, patience, then) -> {
            if (question.type() != RrType.NS) {
                SEES_NOTHING.ask(question, patience, then);
            }
        };

        assertThat(check("good.example", forgetful).records())
                .extracting(RecordCheck::state)
                .containsOnly(RecordState.OK);
    }

    @Test
    void examinesWhatAQuickLookStumblesOver() {
        Asking careless = (question, patience, then) -> {
            try {
                then.accept(question.type() == RrType.NS ? new Lookup.NoData() : stumblingBlock());
            } catch (RuntimeException swallowed) {
                assertThat(swallowed).isNotNull();
            }
        };

        assertThat(check("good.example", careless).records())
                .extracting(RecordCheck::state)
                .containsOnly(RecordState.OK);
    }

    @Test
    void staysSmallHoweverManyServersAZoneNames() {
        String label = "\\200".repeat(63);
        String servers = IntStream.range(0, 1200)
                .mapToObj(index -> "@ NS n%d.%s.%s.%s\n".formatted(index, label, label, label))
                .collect(Collectors.joining());
        net.zone("swarm.example", "@ NS a\na A 127.0.0.1\n" + servers + Asker.GOOD);

        DnsChecked checked = check("swarm.example", SEES_NOTHING);

        assertThat(checked.nameservers()).hasSize(20).isSorted().contains("a.swarm.example");
        assertThat(new EventJson().line(checked).getBytes(UTF_8)).hasSizeLessThan(64 * 1024);
        assertThat(checked.records()).extracting(RecordCheck::state).containsOnly(RecordState.OK);
    }

    /** An answer that nobody can take: it is not even one. */
    @SuppressWarnings("NullAway")
    private static Lookup stumblingBlock() {
        return null;
    }

    private static DnsChecked check(String domain, Asking asking) {
        Dns nothing = question -> Uni.createFrom().item(new Lookup.NoData());
        DomainCheck check = new DomainCheck(
                new QuickLook(asking, nothing, Clock.systemUTC()),
                new SecondTier(net.examiner(Asker.TIMEOUT, "127.0.0.1"), DEADLINE, Clock.systemUTC(), List.of()),
                DnsHosts.known(),
                Clock.systemUTC());
        List<ExpectedRecord> expected = List.of(
                new ExpectedRecord(
                        Purpose.DKIM, RecordType.CNAME, "mte1._domainkey." + domain, "dkim1.mandrillapp.com", true),
                new ExpectedRecord(Purpose.DMARC, RecordType.TXT, "_dmarc." + domain, "v=DMARC1; p=none", true));
        return check.check(new CheckRequest(UUID.randomUUID(), new DomainName(domain), expected, true))
                .await()
                .atMost(LONGEST);
    }
}
