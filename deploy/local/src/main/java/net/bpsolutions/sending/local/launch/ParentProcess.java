package net.bpsolutions.sending.local.launch;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Who started this process, as far as its end is to be the end of everything. */
final class ParentProcess {

    /** Set by the Makefile to the process id of make, which cannot pass on a {@code kill -9}. */
    private static final String VARIABLE = "STOP_WITH_PID";

    private static final long LOOK_MILLIS = 500;

    private final long pid;
    private final boolean isOurParent;

    private ParentProcess(long pid) {
        this.pid = pid;
        this.isOurParent = isParentNow();
    }

    /** Runs {@code reaction} once when the process named by the environment ends; never, when none is named. */
    static void onEnd(Map<String, String> variables, Runnable reaction) {
        String pid = variables.getOrDefault(VARIABLE, "");
        if (pid.matches("\\d{1,18}")) {
            new ParentProcess(Long.parseLong(pid)).watch(reaction);
        }
    }

    private void watch(Runnable reaction) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("parent").factory());
        var _ = clock.scheduleWithFixedDelay(
                () -> {
                    if (isGone()) {
                        clock.shutdown();
                        reaction.run();
                    }
                },
                LOOK_MILLIS,
                LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** A dead parent that nobody has waited for still has its process id, but no children any more. */
    private boolean isGone() {
        boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        return !alive || (isOurParent && !isParentNow());
    }

    private boolean isParentNow() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L) == pid;
    }
}
