package net.bpsolutions.sending.local.launch;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Who started this process, as far as its end is to be the end of everything. */
final class ParentProcess {

    /** Set by the Makefile to the process id of make, which cannot pass on a {@code kill -9}. */
    private static final String VARIABLE = "STOP_WITH_PID";

    private ParentProcess() {}

    /** Runs {@code reaction} when the process named by the environment ends; never, when none is named. */
    static void onEnd(Map<String, String> variables, Runnable reaction) {
        String pid = variables.getOrDefault(VARIABLE, "");
        if (pid.matches("\\d{1,18}")) {
            CompletableFuture<?> end = ProcessHandle.of(Long.parseLong(pid))
                    .map(ProcessHandle::onExit)
                    .orElseGet(() -> CompletableFuture.completedFuture(null));
            var _ = end.thenRunAsync(reaction);
        }
    }
}
