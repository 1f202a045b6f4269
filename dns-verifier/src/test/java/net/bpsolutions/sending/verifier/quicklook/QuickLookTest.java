package net.bpsolutions.sending.verifier.quicklook;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;
import org.junit.jupiter.api.Test;

class QuickLookTest {

    private static final String KEY = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private final Map<String, Lookup> world = new HashMap<>();
    private final List<String> askedThoroughly = new ArrayList<>();
    private final QuickLook quickLook = new QuickLook(
            (question, patience, then) -> {
                var _ = WireName.of(question.name());
                then.accept(world.getOrDefault(question.name(), new Lookup.NoData()));
            },
            this::thorough,
            Clock.systemUTC());

    @Test
    void seesThatAllIsGoodAgainAndAgain() {
        good("one.example");
        good("two.example");

        assertThat(look("one.example")).isEqualTo(look("one.example")).allMatch(QuickLookTest::isOk);
        assertThat(look("two.example")).allMatch(QuickLookTest::isOk);
        assertThat(look("two.example").getFirst().name()).isEqualTo("mte1._domainkey.two.example");
        assertThat(look("two.example").getFirst().ttl()).isEqualTo(300);
    }

    @Test
    void doesNotTakeAnAbsentSelectorForAFlattenedOne() {
        good("one.example");
        good("two.example");
        world.remove("mte1._domainkey.two.example");

        assertThat(look("one.example")).allMatch(QuickLookTest::isOk);
        assertThat(look("two.example"))
                .extracting(RecordCheck::state)
                .containsExactly(RecordState.UNKNOWN, RecordState.OK);
    }

    @Test
    void leavesAnyOtherTargetToTheExamination() {
        good("one.example");
        world.put("mte1._domainkey.one.example", answer("dkim2.mandrillapp.com"));

        assertThat(look("one.example").getFirst().state()).isEqualTo(RecordState.UNKNOWN);
    }

    @Test
    void doesNotTakeASecondPolicyForAKnownOne() {
        good("one.example");
        good("two.example");
        world.put("_dmarc.two.example", answer("v=DMARC1; p=none", "v=DMARC1; p=reject"));

        assertThat(look("one.example")).allMatch(QuickLookTest::isOk);
        assertThat(look("two.example").getLast().state()).isNotEqualTo(RecordState.OK);
    }

    @Test
    void followsWhatAnSpfRecordIncludesOnceForAllDomains() {
        world.put("_spf.provider.example", answer("v=spf1 ip4:192.0.2.0/24 ~all"));
        world.put("spf.mandrillapp.com", answer("v=spf1 ip4:198.2.128.0/24 ?all"));
        spf("one.example", "v=spf1 include:_spf.provider.example include:spf.mandrillapp.com ~all");
        spf("two.example", "v=spf1 include:_spf.provider.example include:spf.mandrillapp.com ~all");

        assertThat(lookAtSpf("one.example")).matches(QuickLookTest::isOk);
        assertThat(lookAtSpf("two.example")).matches(QuickLookTest::isOk);
        assertThat(askedThoroughly).containsExactlyInAnyOrder("_spf.provider.example", "spf.mandrillapp.com");
    }

    @Test
    void doesNotCallGoodAnSpfRecordThatLeadsNowhere() {
        world.put("spf.mandrillapp.com", answer("v=spf1 ip4:198.2.128.0/24 ?all"));
        spf("one.example", "v=spf1 include:_spf.gone.example include:spf.mandrillapp.com ~all");

        assertThat(lookAtSpf("one.example")).matches(check -> check.state() != RecordState.OK);
    }

    @Test
    void asksWhetherAStrangerTakesTheReports() {
        good("one.example");
        good("two.example");
        world.put("_dmarc.one.example", answer("v=DMARC1; p=none; rua=mailto:d@reports.test"));
        world.put("_dmarc.two.example", answer("v=DMARC1; p=none; rua=mailto:d@reports.test"));
        world.put("two.example._report._dmarc.reports.test", answer("v=DMARC1"));

        assertThat(look("one.example").getLast().findings())
                .extracting(Finding::code)
                .containsExactly("EXTERNAL_REPORT_UNAUTHORISED");
        assertThat(look("two.example").getLast()).matches(QuickLookTest::isOk);
    }

    @Test
    void takesAnAliasThatNobodyCanAskForAsNoPermission() {
        good("one.example");
        world.put("_dmarc.one.example", answer("v=DMARC1; p=none; rua=mailto:d@reports.test"));
        world.put(
                "one.example._report._dmarc.reports.test",
                new Lookup.Alias("\\200".repeat(20) + ".reports.test", 300L));

        assertThat(look("one.example").getLast().findings())
                .extracting(Finding::code)
                .containsExactly("EXTERNAL_REPORT_UNAUTHORISED");
    }

    private Uni<Lookup> thorough(Question question) {
        if (question.name().startsWith("dkim")) {
            return Uni.createFrom().item(answer(KEY));
        }
        askedThoroughly.add(question.name());
        return Uni.createFrom().item(world.getOrDefault(question.name(), new Lookup.NoSuchDomain()));
    }

    private void spf(String domain, String record) {
        world.put(domain, answer(record));
    }

    private RecordCheck lookAtSpf(String domain) {
        List<ExpectedRecord> expected = List.of(new ExpectedRecord(
                Purpose.SPF, RecordType.TXT, domain, "v=spf1 include:spf.mandrillapp.com ?all", false));
        return quickLook
                .look(new DomainName(domain), expected, Duration.ofSeconds(3))
                .await()
                .atMost(Duration.ofSeconds(30))
                .records()
                .getFirst();
    }

    private void good(String domain) {
        world.put("mte1._domainkey." + domain, answer("dkim1.mandrillapp.com"));
        world.put("_dmarc." + domain, answer("v=DMARC1; p=none"));
    }

    private List<RecordCheck> look(String domain) {
        List<ExpectedRecord> expected = List.of(
                new ExpectedRecord(
                        Purpose.DKIM, RecordType.CNAME, "mte1._domainkey." + domain, "dkim1.mandrillapp.com", true),
                new ExpectedRecord(Purpose.DMARC, RecordType.TXT, "_dmarc." + domain, "v=DMARC1; p=none", true));
        return quickLook
                .look(new DomainName(domain), expected, Duration.ofSeconds(3))
                .await()
                .atMost(Duration.ofSeconds(30))
                .records();
    }

    private static boolean isOk(RecordCheck check) {
        return check.state() == RecordState.OK && check.findings().isEmpty();
    }

    private static Lookup answer(String... records) {
        return new Lookup.Answer(List.of(records), 300L);
    }
}
