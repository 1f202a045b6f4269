package net.bpsolutions.sending.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The life of the whole system on one machine: checks, start, supervision, stop. */
public final class Launcher {

    private static final Duration LEFTOVER_LIMIT = Duration.ofSeconds(30);

    private final Settings settings;
    private final Map<String, String> variables;
    private final Console console = new Console(System.out);
    private final StopRequest stop = new StopRequest(console);
    private final DataFolder data;
    private final Pids pids;

    private Launcher(Settings settings, Map<String, String> variables) {
        this.settings = settings;
        this.variables = variables;
        this.data = DataFolder.take(settings.data());
        this.pids = new Pids(data);
    }

    /**
     * Runs everything until it is told to stop.
     *
     * @param variables the environment
     * @param root the folder of the whole project
     * @return the exit status: 0 when it was told to stop, 1 when a part did not start
     * @throws CannotStartException when something must be changed before anything can be started
     */
    public static int run(Map<String, String> variables, Path root) {
        return new Launcher(Settings.of(variables, root), variables).run(root);
    }

    private int run(Path root) {
        try {
            Logging.toFile(data.logOf("launcher"));
            SigningKeys keys = SigningKeys.in(data.of("keys"));
            List<ServiceProcess> packaged = Services.of(settings, variables, root, data, keys.publicFile());
            clearAway();
            String token = Token.keep(keys, variables, data);
            return live(packaged, new Greeting(settings, data, token));
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotStartException(
                    "The data folder " + data.path() + " cannot be used: " + e.getMessage() + ".");
        }
    }

    private void clearAway() throws IOException {
        Files.deleteIfExists(data.of("ready"));
        List<ProcessHandle> leftovers = pids.survivors();
        if (!leftovers.isEmpty()) {
            console.line("Stopping what an earlier run left behind.");
            Processes.stop(leftovers, LEFTOVER_LIMIT);
        }
        pids.clear();
        NeededPort.requireFree(NeededPort.of(settings));
    }

    private int live(List<ServiceProcess> packaged, Greeting greeting) throws IOException {
        Signals.onStop(stop::byHand);
        ParentProcess.onEnd(variables, stop::byParent);
        pids.write("launcher", ProcessHandle.current().pid());
        Supervised watchdog = new Supervised(new Watchdog(data), console, _ -> {});
        watchdog.start();
        WholeSystem system = new WholeSystem(settings, data, pids, console, stop::isMade);
        Thread starting = Thread.ofPlatform().name("starting").start(() -> start(system, packaged, greeting));
        int status = stop.await();
        Files.deleteIfExists(data.of("ready"));
        await(starting);
        system.stop();
        pids.clear();
        Files.deleteIfExists(data.of("ready"));
        var _ = watchdog.retire();
        console.line("Stopped.");
        return status;
    }

    private void start(WholeSystem system, List<ServiceProcess> packaged, Greeting greeting) {
        Instant begin = Instant.now();
        console.line("Starting; everything is kept in " + data.path());
        try {
            system.start(packaged);
            if (!stop.isMade()) {
                greeting.lines(Duration.between(begin, Instant.now())).forEach(console::line);
                Files.writeString(data.of("ready"), Instant.now() + "\n");
                console.line("ready");
            }
        } catch (CannotStartException e) {
            fail(e.sentence(), e);
        } catch (IOException | InterruptedException | RuntimeException e) {
            fail(String.valueOf(e.getMessage()), e);
        }
    }

    private void fail(String sentence, Exception e) {
        Logger.getLogger(Launcher.class.getName()).log(Level.SEVERE, "start", e);
        console.line(sentence + " (Details: " + data.logOf("launcher") + ")");
        stop.byFailure();
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
