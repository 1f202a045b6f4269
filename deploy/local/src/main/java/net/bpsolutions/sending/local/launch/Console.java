package net.bpsolutions.sending.local.launch;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells the person at the terminal what happens. */
final class Console {

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Does {@code work} and says where the result is and how long it took. */
    <T> T step(String part, String where, Supplier<T> work) {
        long begin = System.nanoTime();
        T result = work.get();
        done(part, where, Duration.ofNanos(System.nanoTime() - begin));
        return result;
    }

    void done(String part, String where, Duration took) {
        line(String.format(Locale.ROOT, "  %-16s %-40s %5.1f s", part, where, took.toMillis() / 1000.0));
    }
}
