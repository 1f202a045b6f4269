package net.bpsolutions.sending.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import net.bpsolutions.sending.gateway.bounce.ReportReading;
import net.bpsolutions.sending.gateway.inbound.HostileMails.HostileMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refused or bounded, and never an exception or an error. */
class HostileMailTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Octets that reading and deciding may allocate, garbage included. */
    private static final long BOUND = 64L << 20;

    /** Of this thread, so that a busy machine makes no difference; most take some tens of milliseconds. */
    private static final Duration FAR_BEYOND_LINEAR = Duration.ofSeconds(5);

    static Stream<HostileMail> mails() {
        return HostileMails.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void isRefusedOrBounded(HostileMail hostile) {
        byte[] octets = hostile.octets();

        long before = allocated();
        long start = THREADS.getCurrentThreadCpuTime();
        Reading reading = MailReader.read(octets, false);
        assertThat(InboundDecision.of(reading)).isNotNull();
        if (reading instanceof Reading.Understood(var mail)) {
            assertThat(ReportReading.of(mail, true)).isNotNull();
        }
        long work = allocated() - before;
        Duration spent = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);

        assertThat(reading instanceof Reading.Unreadable).isEqualTo(hostile.refused());
        assertThat(work).isLessThan(BOUND);
        assertThat(spent).isLessThan(FAR_BEYOND_LINEAR);
    }

    @Test
    void opensNoArchive() {
        byte[] bomb = HostileMails.all().stream()
                .filter(hostile -> hostile.name().equals("zip bomb"))
                .findFirst()
                .orElseThrow()
                .octets();

        assertThat(MailReader.read(bomb, false))
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        understood -> assertThat(understood.mail().texts()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail-web",
                "thunderbird-attached-8bit",
                "rfc822-base64",
                "signed-opaque",
                "japanese-iso-2022-jp"
            })
    void survivesMutilation(String mail) {
        byte[] whole = MailCorpus.FORWARDED.mail(mail);
        Random random = new Random(42);

        for (int round = 0; round < 400; round++) {
            byte[] mutilated = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int hit = 0; hit < 20; hit++) {
                mutilated[random.nextInt(mutilated.length)] = (byte) random.nextInt(256);
            }

            assertThat(InboundDecision.of(MailReader.read(mutilated, false)))
                    .as("round %d", round)
                    .isNotNull();
        }
    }

    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
