package net.bpsolutions.sending.verifier.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.Severity;
import net.bpsolutions.sending.verifier.delivery.EventJson;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EventSizeTest {

    private static final int HALF_A_MEGABYTE = 512 * 1024;

    @Test
    void leavesAloneWhatIsOrdinary() {
        List<RecordCheck> checks = List.of(check(List.of("v=DMARC1; p=none", "x".repeat(2048)), 2, "a" + "\u0001"));

        assertThat(EventSize.records(checks)).isEqualTo(checks);
    }

    @Test
    void cutsTheLongOnesAndKeepsTheShort() {
        List<RecordCheck> checks = List.of(check(List.of("short", "\u0001".repeat(2048), "\"".repeat(16_000)), 1, "x"));

        List<String> found = EventSize.records(checks).getFirst().found();

        assertThat(found.getFirst()).isEqualTo("short");
        assertThat(found).hasSize(3);
        assertThat(found.subList(1, 3)).allMatch(text -> text.endsWith("…") && text.length() > 500);
    }

    @Property(tries = 60)
    void keepsEveryEventBelowHalfAMegabyte(
            @ForAll @IntRange(min = 1, max = 32) int records,
            @ForAll @IntRange(max = 20) int found,
            @ForAll @IntRange(max = 60) int findings,
            @ForAll @IntRange(max = 2048) int length,
            @ForAll char each) {
        String text = String.valueOf(each).repeat(length);
        List<RecordCheck> checks =
                Collections.nCopies(records, check(Collections.nCopies(found, text), findings, text));
        List<String> nameservers = EventSize.nameservers(IntStream.range(0, 100)
                .mapToObj(index -> index + "\\001".repeat(250))
                .toList());

        DnsChecked checked = new DnsChecked(
                UUID.randomUUID(),
                Instant.now(),
                UUID.randomUUID(),
                new DomainName("a.example"),
                EventSize.records(checks),
                nameservers,
                null);

        assertThat(new EventJson().line(checked).getBytes(UTF_8).length).isLessThan(HALF_A_MEGABYTE);
    }

    private static RecordCheck check(List<String> found, int findings, String text) {
        Finding finding = new Finding(
                "EXTERNAL_REPORT_UNAUTHORISED",
                Severity.WARNING,
                Map.of("found", text, "expected", text, "suggested", text, "answers", text));
        return new RecordCheck(
                Purpose.DMARC,
                "a".repeat(253),
                RecordState.CONFLICT,
                found,
                300L,
                Collections.nCopies(findings, finding));
    }
}
