package net.bpsolutions.sending.local.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Starts a part again whenever its process ends, until it is retired. */
final class Supervised {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** Who lived this long has not failed to start: the next pause is the shortest again. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private final Restartable part;
    private final Console console;
    private final LongConsumer newPid;

    private boolean retired;
    private @Nullable ProcessHandle process;
    private long startedAt;
    private Duration pause = SHORTEST_PAUSE;

    /** @param newPid told the process id after every start */
    Supervised(Restartable part, Console console, LongConsumer newPid) {
        this.part = part;
        this.console = console;
        this.newPid = newPid;
    }

    synchronized void start() {
        startedAt = System.nanoTime();
        ProcessHandle started = part.start();
        process = started;
        newPid.accept(started.pid());
        var _ = started.onExit().thenAcceptAsync(_ -> ended());
    }

    private synchronized void ended() {
        if (retired) {
            return;
        }
        process = null;
        boolean settled = System.nanoTime() - startedAt > SETTLED.toNanos();
        pause = settled ? SHORTEST_PAUSE : pause;
        console.line(part.name() + " ended unexpectedly; it is started again in " + pause.toSeconds() + " s.");
        restartLater();
    }

    private void restartLater() {
        Executor later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        later.execute(this::restart);
    }

    private synchronized void restart() {
        if (retired) {
            return;
        }
        try {
            start();
            console.line(part.name() + " was started again.");
        } catch (RuntimeException e) {
            console.line(part.name() + " does not start: " + e.getMessage());
            restartLater();
        }
    }

    /** From now on an end is final. Returns the process if one runs. */
    synchronized Optional<ProcessHandle> retire() {
        retired = true;
        return Optional.ofNullable(process);
    }
}
