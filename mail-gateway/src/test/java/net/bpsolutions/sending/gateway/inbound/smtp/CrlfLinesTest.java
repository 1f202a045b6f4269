package net.bpsolutions.sending.gateway.inbound.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.bpsolutions.sending.gateway.inbound.smtp.CrlfLines.Fault;
import net.bpsolutions.sending.gateway.inbound.smtp.CrlfLines.Next;
import org.junit.jupiter.api.Test;

class CrlfLinesTest {

    private final CrlfLines lines = new CrlfLines();

    @Test
    void cutsAtCrlf() {
        assertThat(all("one\r\n\r\nthree\r\nrest")).containsExactly("one", "", "three", "Incomplete");
    }

    @Test
    void cutsTheSameWhenOctetsComeOneByOne() {
        List<String> seen = new ArrayList<>();
        for (char c : "one\r\ntwo\r\n".toCharArray()) {
            seen.addAll(all(String.valueOf(c)));
        }

        assertThat(seen).filteredOn(line -> !line.equals("Incomplete")).containsExactly("one", "two");
    }

    @Test
    void refusesBareLineFeed() {
        assertThat(all("one\ntwo\r\n")).containsExactly(Fault.BARE_LF.name());
    }

    @Test
    void refusesBareCarriageReturn() {
        assertThat(all("one\rtwo\r\n")).containsExactly(Fault.BARE_CR.name());
    }

    @Test
    void refusesCarriageReturnBeforeCrlf() {
        assertThat(all("one\r\r\n")).containsExactly(Fault.BARE_CR.name());
    }

    @Test
    void waitsForTheOctetAfterCarriageReturn() {
        assertThat(all("one\r")).containsExactly("Incomplete");

        assertThat(all("\n")).containsExactly("one", "Incomplete");
    }

    @Test
    void refusesEndlessLine() {
        assertThat(all("x".repeat(102))).containsExactly(Fault.LINE_TOO_LONG.name());
    }

    @Test
    void takesLineOfExactlyTheLimit() {
        assertThat(all("x".repeat(100) + "\r\n")).containsExactly("x".repeat(100), "Incomplete");
    }

    private List<String> all(String octets) {
        lines.feed(octets.getBytes(ISO_8859_1));
        List<String> seen = new ArrayList<>();
        while (true) {
            switch (lines.next(100)) {
                case Next.Line(var line) -> seen.add(line);
                case Next.Incomplete() -> {
                    seen.add("Incomplete");
                    return seen;
                }
                case Next.Violation(var fault) -> {
                    seen.add(fault.name());
                    return seen;
                }
            }
        }
    }
}
