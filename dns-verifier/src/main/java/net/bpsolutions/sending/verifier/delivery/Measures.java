package net.bpsolutions.sending.verifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Locale;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.RecordState;

/** Counts checks by how they came out, and how long they took. */
final class Measures {

    private final MeterRegistry meters;
    private final Timer duration;

    Measures(MeterRegistry meters) {
        this.meters = meters;
        this.duration = Timer.builder("dns.check.duration")
                .description("From the first question to the verdict")
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10))
                .register(meters);
    }

    private enum Outcome {
        OK,
        NOT_OK,
        UNKNOWN
    }

    Uni<DnsChecked> time(Uni<DnsChecked> check) {
        return Uni.createFrom().deferred(() -> {
            Timer.Sample sample = Timer.start(meters);
            return check.invoke(checked -> {
                sample.stop(duration);
                meters.counter("dns.checks", "outcome", outcome(checked).name().toLowerCase(Locale.ROOT))
                        .increment();
            });
        });
    }

    private static Outcome outcome(DnsChecked checked) {
        if (has(checked, RecordState.UNKNOWN)) {
            return Outcome.UNKNOWN;
        }
        return checked.records().stream().allMatch(record -> record.state() == RecordState.OK)
                ? Outcome.OK
                : Outcome.NOT_OK;
    }

    private static boolean has(DnsChecked checked, RecordState state) {
        return checked.records().stream().anyMatch(record -> record.state() == state);
    }
}
