package net.bpsolutions.sending.local.launch;

import java.util.concurrent.CompletableFuture;

/** The wish that everything ends, and with which exit status. */
final class StopRequest {

    private static final int STOPPED_AT_ONCE = 130;

    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private final Console console;

    StopRequest(Console console) {
        this.console = console;
    }

    /** From a person; who asks twice does not want to wait, and the watchdog stops the rest. */
    void byHand() {
        if (status.complete(0)) {
            console.line("Stopping. Once more stops at once.");
        } else {
            Runtime.getRuntime().halt(STOPPED_AT_ONCE);
        }
    }

    /** Because whoever started this process is gone. */
    void byParent() {
        if (status.complete(0)) {
            console.line("Stopping: the process that started this one is gone.");
        }
    }

    /** Because a part does not work. */
    void byFailure() {
        status.complete(1);
    }

    boolean isMade() {
        return status.isDone();
    }

    int await() {
        return status.join();
    }
}
