package net.bpsolutions.sending.verifier.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import net.bpsolutions.sending.events.RecordCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRecordTest {

    /** Of a thread, so that a busy machine makes no difference; tens of milliseconds once the code is compiled. */
    private static final Duration FAR_BEYOND_LINEAR = Duration.ofSeconds(10);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LONGEST_ANSWER = 65_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "a ",
                "ip4: ",
                "include: x ",
                "include:spf.mandrilapp.com ",
                "-all ",
                "%{d",
                "%{d}",
                "exists:%{d9r.-+,/_=}. ",
                "a:%%.",
                "ip6::",
                "1.",
                "x=",
                "redirect=a.example ",
                "/",
                "\"",
                "\ud83d\ude00"
            })
    void isJudgedInNoTime(String piece) {
        String text = "v=spf1 " + piece.repeat(LONGEST_ANSWER / piece.length());

        long start = THREADS.getCurrentThreadCpuTime();
        RecordCheck check = Clinic.publishing(text);
        Duration spent = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);

        assertThat(check.findings()).hasSizeLessThan(40);
        assertThat(spent).isLessThan(FAR_BEYOND_LINEAR);
    }
}
