package net.bpsolutions.sending.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Does to the parts what a plan says, one step after the other, and leaves them whole. */
final class Harm {

    /** After the first, so that the second meets it under way, and what it did meanwhile was confirmed to the broker. */
    private static final Duration APART = Duration.ofMillis(2200);

    private final Stage stage;
    private final List<History.Outage> outages = new CopyOnWriteArrayList<>();
    private final List<History.Hurt> hurts = new CopyOnWriteArrayList<>();
    private final List<History.Stop> stops = new CopyOnWriteArrayList<>();

    Harm(Stage stage) {
        this.stage = stage;
    }

    List<History.Outage> outages() {
        return outages;
    }

    List<History.Hurt> hurts() {
        return hurts;
    }

    List<History.Stop> stops() {
        return stops;
    }

    /** One that somebody else brought about. */
    void outage(Instant from, Instant to) {
        outages.add(new History.Outage(from, to));
    }

    /** All of a step; returns when everything is whole. */
    void does(List<Fault> step) {
        CompletableFuture<?>[] under = step.stream()
                .map(fault -> CompletableFuture.runAsync(
                        () -> {
                            pass(APART.multipliedBy(step.indexOf(fault)));
                            does(fault);
                        },
                        task -> Thread.ofPlatform().daemon().start(task)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(under).join();
        pass(Duration.ofSeconds(1));
    }

    private void does(Fault fault) {
        System.out.println(Instant.now() + " " + fault);
        switch (fault.target()) {
            case GATEWAY_ONE -> toGateway(Stage.GATEWAYS.getFirst(), stage.gateways.getFirst(), fault);
            case GATEWAY_TWO -> toGateway(Stage.GATEWAYS.getLast(), stage.gateways.getLast(), fault);
            case REGISTRY -> stage.registry.ifPresent(registry -> toPart("domain-registry", registry, fault));
            case BROKER -> {
                Instant from = Instant.now();
                toPart("", stage.broker, fault);
                stage.awaitBroker();
                // Clients need a while to find it again.
                outages.add(new History.Outage(from, Instant.now().plusSeconds(15)));
            }
            case DATABASE -> toDatabase(fault);
            case RELAY -> toRelay(fault);
        }
    }

    private void toGateway(String name, Part gateway, Fault fault) {
        Instant from = Instant.now();
        toPart("mail-gateway", gateway, fault);
        if (fault.kind() != Fault.Kind.RESTART) {
            hurts.add(new History.Hurt(name, from, Instant.now().plusSeconds(1)));
        }
    }

    private void toPart(String service, Part part, Fault fault) {
        switch (fault.kind()) {
            case KILL -> {
                part.kill();
                pass(fault.lasts());
                part.start();
            }
            case PAUSE -> {
                part.pause();
                pass(fault.lasts());
                part.resume();
            }
            case RESTART -> {
                Duration took = part.stop();
                if (!service.isEmpty()) {
                    stops.add(new History.Stop(service, took));
                }
                part.start();
            }
            case STARVE -> flap(fault, part::pause, part::resume);
        }
    }

    private void toDatabase(Fault fault) {
        switch (fault.kind()) {
            case KILL -> {
                stage.database.kill();
                pass(fault.lasts());
                stage.database.start();
            }
            case PAUSE -> {
                stage.database.signal("STOP");
                pass(fault.lasts());
                stage.database.signal("CONT");
            }
            case RESTART -> {
                stage.database.stop();
                stage.database.start();
            }
            case STARVE -> flap(fault, () -> stage.database.signal("STOP"), () -> stage.database.signal("CONT"));
        }
    }

    private void toRelay(Fault fault) {
        Instant from = Instant.now();
        switch (fault.kind()) {
            case KILL, RESTART -> {
                stage.relay.goAway();
                pass(fault.lasts());
                stage.relay.comeBack();
            }
            case PAUSE -> {
                stage.relay.hang(fault.phase(), fault.lasts());
                pass(fault.lasts());
            }
            case STARVE -> {
                stage.relay.crawl(Duration.ofMillis(300));
                pass(fault.lasts());
                stage.relay.crawl(Duration.ZERO);
            }
        }
        // A mail whose name was decided may have waited for the relay's greeting.
        outages.add(new History.Outage(from, Instant.now()));
    }

    private static void flap(Fault fault, Runnable stop, Runnable go) {
        for (long i = 0; i < fault.lasts().toSeconds(); i++) {
            stop.run();
            pass(Duration.ofMillis(700));
            go.run();
            pass(Duration.ofMillis(300));
        }
    }

    static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(30)).until(() -> true);
    }
}
