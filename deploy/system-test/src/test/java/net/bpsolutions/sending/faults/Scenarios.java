package net.bpsolutions.sending.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What operators do and what befalls them, as it comes: with the timing that the gateway has by default. */
class Scenarios {

    private static final Duration NONE_LATER = Duration.ofSeconds(5);

    /** The relay may be silent for longer than a stop may last. */
    private static final Map<String, String> PATIENT =
            Map.of("GATEWAY_RELAY_IDLE_TIMEOUT", "40s", "GATEWAY_RELAY_ATTEMPT_TIMEOUT", "60s");

    @ParameterizedTest
    @EnumSource(
            value = Sink.Phase.class,
            names = {"CONNECTION", "DATA", "END"})
    void stopsInTimeThoughTheRelayHangsAndTheBrokerIsAway(Sink.Phase phase) throws IOException {
        try (Run run = new Run("stop-" + phase, 11, NONE_LATER, false, PATIENT)) {
            run.stage.relay.hang(phase, Duration.ofSeconds(35));
            run.flow();
            Harm.pass(Duration.ofSeconds(4));

            run.stage.broker.kill();
            run.harm.does(List.of(fault(Fault.Target.GATEWAY_ONE, Fault.Kind.RESTART, 0)));
            run.stage.broker.start();

            run.harm.outage(Instant.now().minusSeconds(60), Instant.now().plusSeconds(15));
            run.judge();
        }
    }

    @Test
    void losesNothingOfTenThousandWhenItIsKilledInTheMiddle() throws IOException {
        try (Run run = new Run("ten-thousand", 12, NONE_LATER, false, Map.of())) {
            while (run.load.asked().size() < 10_000) {
                run.load.hundred();
            }
            for (Fault.Target target : List.of(
                    Fault.Target.GATEWAY_ONE,
                    Fault.Target.GATEWAY_TWO,
                    Fault.Target.GATEWAY_ONE,
                    Fault.Target.GATEWAY_TWO)) {
                run.harm.does(List.of(fault(target, Fault.Kind.KILL, 1)));
            }
            run.judge();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"KILL", "PAUSE"})
    void recoversWhenTheDatabaseWasAwayForAMinute(Fault.Kind kind) throws IOException {
        try (Run run = new Run("database-" + kind, 13, NONE_LATER, false, Map.of())) {
            run.flow();
            Harm.pass(Duration.ofSeconds(3));

            run.harm.does(List.of(fault(Fault.Target.DATABASE, kind, 60)));

            Instant back = Instant.now();
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> run.stage.relay.received().stream()
                            .anyMatch(mail -> mail.begun().isAfter(back)));
            System.out.printf("sends again %s after the database is back%n", Duration.between(back, Instant.now()));
            run.judge();
        }
    }

    @Test
    void sendsWhatIsInTheLedgerWhileTheBrokerIsAway() throws IOException {
        try (Run run = new Run("broker", 14, NONE_LATER, false, Map.of())) {
            run.stage.relay.crawl(Duration.ofMillis(100));
            for (int i = 0; i < 10; i++) {
                run.load.hundred();
            }
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Collected.ledger(run.stage.jdbcUrl()).size()
                            == run.load.asked().size());

            run.stage.broker.kill();
            Instant from = Instant.now();
            int before = run.stage.relay.received().size();
            run.stage.relay.crawl(Duration.ZERO);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> run.stage.relay.received().size() > 850);
            run.stage.broker.start();

            assertThat(before).isLessThan(850);
            run.harm.outage(from, Instant.now().plusSeconds(15));
            run.judge();
        }
    }

    @Test
    void losesNothingWhenTheDatabasesDiskIsFull() throws IOException {
        try (Run run = new Run("full-disk", 15, NONE_LATER, false, Map.of(Stage.SMALL_DISK, "yes"))) {
            run.flow();
            Harm.pass(Duration.ofSeconds(5));
            int before = run.stage.relay.received().size();

            run.stage.database.fillDisk();
            Harm.pass(Duration.ofSeconds(25));
            run.stage.database.freeDisk();

            assertThat(before).isPositive();
            Harm.pass(Duration.ofSeconds(10));
            run.judge();
        }
    }

    private static Fault fault(Fault.Target target, Fault.Kind kind, long seconds) {
        return new Fault(target, kind, Duration.ofSeconds(seconds), Sink.Phase.END);
    }
}
