package net.bpsolutions.sending.local.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/** Every part, in the order of starting and the opposite order of stopping. */
final class WholeSystem {

    private static final Duration SERVICE_STOP_LIMIT = Duration.ofSeconds(30);

    private final Settings settings;
    private final Console console;
    private final Pids pids;
    private final Embedded embedded;
    private final PostgresPart postgres;
    private final Supervised supervisedPostgres;
    private final List<Supervised> services = new ArrayList<>();
    private final BooleanSupplier stopRequested;

    /** @param stopRequested asked between the steps of starting: when it says so, no more steps are made */
    WholeSystem(Settings settings, DataFolder data, Pids pids, Console console, BooleanSupplier stopRequested) {
        this.settings = settings;
        this.console = console;
        this.pids = pids;
        this.embedded = new Embedded(settings, data, console);
        this.postgres = new PostgresPart(data, settings.postgresPort());
        this.supervisedPostgres = supervised(postgres);
        this.stopRequested = stopRequested;
    }

    private Supervised supervised(Restartable part) {
        return new Supervised(part, console, pid -> pids.write(part.name(), pid));
    }

    /** Starts everything; returns as soon as every service answers that it is ready, or when told to stop. */
    void start(List<ServiceProcess> packaged) throws InterruptedException {
        startStores();
        step(embedded::startDns);
        step(embedded::startRelay);
        packaged.forEach(service -> step(() -> startService(service)));
        try (Readiness readiness = new Readiness(stopRequested)) {
            long begin = System.nanoTime();
            for (ServiceProcess service : packaged) {
                if (readiness.await(service)) {
                    console.done(
                            service.name(),
                            "http://localhost:" + service.port(),
                            Duration.ofNanos(System.nanoTime() - begin));
                }
            }
        }
    }

    /** Both take seconds and neither needs the other. */
    private void startStores() {
        var postgresStarting = CompletableFuture.runAsync(
                () -> console.step("PostgreSQL", "localhost:" + settings.postgresPort(), this::startPostgres),
                WholeSystem::onItsOwnThread);
        try {
            step(embedded::startKafka);
        } finally {
            join(postgresStarting);
        }
    }

    private Supervised startPostgres() {
        supervisedPostgres.start();
        return supervisedPostgres;
    }

    private void startService(ServiceProcess service) {
        Supervised supervised = supervised(service);
        services.add(supervised);
        supervised.start();
    }

    private void step(Runnable step) {
        if (!stopRequested.getAsBoolean()) {
            step.run();
        }
    }

    private static void onItsOwnThread(Runnable work) {
        Thread.ofPlatform().start(work);
    }

    private static void join(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The services first, while what they need is still there; the database last. */
    void stop() {
        List<ProcessHandle> running = services.stream()
                .map(Supervised::retire)
                .flatMap(Optional::stream)
                .toList();
        Processes.stop(running, SERVICE_STOP_LIMIT);
        embedded.stop();
        var _ = supervisedPostgres.retire();
        postgres.stop();
    }
}
