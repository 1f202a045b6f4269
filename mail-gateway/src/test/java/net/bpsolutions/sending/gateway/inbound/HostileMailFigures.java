package net.bpsolutions.sending.gateway.inbound;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import net.bpsolutions.sending.gateway.bounce.ReportReading;
import net.bpsolutions.sending.gateway.inbound.HostileMails.HostileMail;

/** By hand: how long each hostile mail takes, and what it allocates, the first time and when the code is warm. */
final class HostileMailFigures {

    private static final double MILLION = 1e6;

    private HostileMailFigures() {}

    /** Prints a table. */
    public static void main(String... arguments) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int round = 1; round <= 2; round++) {
            for (HostileMail hostile : HostileMails.all()) {
                byte[] octets = hostile.octets();
                long allocated = threads.getCurrentThreadAllocatedBytes();
                long start = System.nanoTime();
                Reading reading = MailReader.read(octets, false);
                InboundDecision decision = InboundDecision.of(reading);
                if (reading instanceof Reading.Understood(var mail)) {
                    ReportReading.of(mail, true);
                }
                double millis = (System.nanoTime() - start) / MILLION;
                System.out.printf(
                        Locale.ROOT,
                        "%d %-30s %9.1f ms %8.1f MB %9.1f MB mail %s%n",
                        round,
                        hostile.name(),
                        millis,
                        (threads.getCurrentThreadAllocatedBytes() - allocated) / MILLION,
                        octets.length / MILLION,
                        decision.getClass().getSimpleName());
            }
        }
    }
}
