package net.bpsolutions.sending.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** A stage, a load on it, and what is to be judged of them in the end. What was found stays in its folder. */
final class Run implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final Path folder;
    final Stage stage;
    final Load load;
    final Harm harm;
    private final AtomicBoolean over = new AtomicBoolean();
    private int looks;
    private CompletableFuture<Void> flow = CompletableFuture.completedFuture(null);

    Run(String name, long seed, Duration longestDelay, boolean withRegistry, Map<String, String> settings)
            throws IOException {
        folder = Path.of("target/faults/" + name + "-" + Instant.now().toEpochMilli())
                .toAbsolutePath();
        Files.createDirectories(folder);
        stage = new Stage(folder, withRegistry, settings);
        load = new Load(stage.bootstrap, seed, longestDelay);
        harm = new Harm(stage);
        load.verify();
    }

    /** A hundred requests a second from now on, if everything keeps up. */
    void flow() {
        flow = CompletableFuture.runAsync(
                () -> {
                    while (!over.get()) {
                        load.hundred();
                        Harm.pass(Duration.ofMillis(900));
                    }
                },
                task -> Thread.ofPlatform().daemon().start(task));
    }

    /** Whole again, everything comes to its end; what does not in two minutes is lost. */
    void judge() throws IOException {
        over.set(true);
        flow.join();
        awaitEnd();
        History history = new History(
                load.asked(),
                load.cancelled(),
                load.statuses(),
                harm.outages(),
                harm.hurts(),
                stage.relay.received(),
                stage.relay.refused(),
                Collected.outcomes(stage.bootstrap),
                Collected.ledger(stage.jdbcUrl()),
                harm.stops(),
                Collected.unread(stage.bootstrap));
        List<Violation> violations = Checker.check(history);
        Files.writeString(folder.resolve("history.txt"), history.toString());
        Files.writeString(folder.resolve("summary.txt"), summary(history, violations));
        System.out.println(summary(history, violations));
        assertThat(violations).as(folder.toString()).isEmpty();
        assertThat(history.received())
                .as("something was sent at all")
                .hasSizeGreaterThan(history.asked().size() / 2);
    }

    private String summary(History history, List<Violation> violations) {
        return "%s: %d asked, %d arrived, %d unseen, stops %s, %d violations%n%s%n"
                .formatted(
                        folder.getFileName(),
                        history.asked().size(),
                        history.received().size(),
                        history.ledger().stream().mapToInt(History.Row::unseen).sum(),
                        history.stops(),
                        violations.size(),
                        history.outcomes().stream()
                                .collect(Collectors.groupingBy(
                                        outcome -> outcome.outcome() + " " + outcome.reason(), Collectors.counting())));
    }

    private void awaitEnd() {
        Set<String> asked = load.asked().stream().map(History.Asked::id).collect(Collectors.toSet());
        try {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .until(() -> {
                        Set<String> ended = Collected.outcomes(stage.bootstrap).stream()
                                .filter(History.Outcome::ends)
                                .map(History.Outcome::id)
                                .collect(Collectors.toSet());
                        return ended.containsAll(asked) && allRead();
                    });
        } catch (org.awaitility.core.ConditionTimeoutException lost) {
            System.out.println("not everything came to its end");
        }
    }

    /**
     * When a commit of offsets fails and the partition changes hands, the next record's commit makes up for it; there is one
     * more, then.
     */
    private boolean allRead() {
        if (Collected.unread(stage.bootstrap) == 0) {
            return true;
        }
        // Commits are made once a second.
        if (++looks % 10 == 0) {
            load.nudge();
        }
        return false;
    }

    @Override
    public void close() {
        load.close();
        stage.close();
    }
}
