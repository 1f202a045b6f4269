package net.bpsolutions.sending.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten clinics' reminders through two gateways, while everything is hurt in turn. Here a short slice of it; {@code make
 * faults} sets other seeds and more faults. What was found stays in {@code target/faults/seed-N}.
 */
class FaultsTest {

    private static final int FAULTS = Integer.getInteger("faults.count", 3);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static LongStream seeds() {
        return Arrays.stream(System.getProperty("faults.seeds", "7").split(","))
                .mapToLong(seed -> Long.parseLong(seed.strip()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void losesNothingDoublesNothingAndKeepsToTheRightNames(long seed) throws IOException {
        Path folder = Path.of("target/faults/seed-" + seed + "-" + Instant.now().toEpochMilli())
                .toAbsolutePath();
        Files.createDirectories(folder);
        History history = run(seed, folder);

        List<Violation> violations = Checker.check(history);

        String summary = "seed %d: %d asked, %d arrived, %d unseen, %d violations%n%s%n"
                .formatted(
                        seed,
                        history.asked().size(),
                        history.received().size(),
                        history.ledger().stream().mapToInt(History.Row::unseen).sum(),
                        violations.size(),
                        history.outcomes().stream()
                                .collect(Collectors.groupingBy(
                                        outcome -> outcome.outcome() + " " + outcome.reason(), Collectors.counting())));
        Files.writeString(folder.resolve("history.txt"), history.toString());
        Files.writeString(folder.resolve("summary.txt"), summary);
        System.out.println(summary);
        assertThat(violations).as(folder.toString()).isEmpty();
        assertThat(history.received())
                .as("something was sent at all")
                .hasSizeGreaterThan(history.asked().size() / 2);
    }

    private static History run(long seed, Path folder) throws IOException {
        Random random = new Random(seed);
        try (Stage stage = new Stage(folder);
                Load load = new Load(stage.bootstrap, seed)) {
            Harm harm = new Harm(stage);
            load.verify();
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Void> flow = CompletableFuture.runAsync(
                    () -> flow(load, over), task -> Thread.ofPlatform().daemon().start(task));
            List<Fault> plan = Fault.plan(random, FAULTS);
            for (int i = 0; i < plan.size(); i++) {
                harm.does(plan.get(i));
                if (i % 3 == 1) {
                    load.say(random.nextInt(2), (i / 3) % 2 == 1);
                }
            }
            over.set(true);
            flow.join();
            awaitEnd(stage, load);
            return new History(
                    load.asked(),
                    load.cancelled(),
                    load.statuses(),
                    harm.brokerOutages(),
                    stage.relay.received(),
                    Collected.outcomes(stage.bootstrap),
                    Collected.ledger(stage.jdbcUrl()),
                    harm.stops(),
                    Collected.unread(stage.bootstrap));
        }
    }

    private static void flow(Load load, AtomicBoolean over) {
        while (!over.get()) {
            load.hundred();
            Harm.pass(Duration.ofMillis(900));
        }
    }

    /** Whole again, everything comes to its end; what does not in that time is lost. */
    private static void awaitEnd(Stage stage, Load load) {
        Set<String> asked = load.asked().stream().map(History.Asked::id).collect(Collectors.toSet());
        try {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .ignoreExceptions()
                    .until(() -> {
                        Set<String> ended = Collected.outcomes(stage.bootstrap).stream()
                                .filter(History.Outcome::terminal)
                                .map(History.Outcome::id)
                                .collect(Collectors.toSet());
                        return ended.containsAll(asked) && Collected.unread(stage.bootstrap) == 0;
                    });
        } catch (org.awaitility.core.ConditionTimeoutException lost) {
            System.out.println("not everything came to its end");
        }
    }
}
