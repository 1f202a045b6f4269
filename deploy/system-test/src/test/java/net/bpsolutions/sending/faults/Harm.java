package net.bpsolutions.sending.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Does to the parts what a plan says, one thing after the other, and leaves them whole. */
final class Harm {

    private final Stage stage;
    private final List<History.Outage> brokerOutages = new CopyOnWriteArrayList<>();
    private final List<History.Stop> stops = new CopyOnWriteArrayList<>();

    Harm(Stage stage) {
        this.stage = stage;
    }

    List<History.Outage> brokerOutages() {
        return brokerOutages;
    }

    List<History.Stop> stops() {
        return stops;
    }

    void does(Fault fault) {
        System.out.println(Instant.now() + " " + fault);
        Instant from = Instant.now();
        switch (fault.target()) {
            case GATEWAY_ONE -> toPart("mail-gateway", stage.gateways.getFirst(), fault);
            case GATEWAY_TWO -> toPart("mail-gateway", stage.gateways.getLast(), fault);
            case REGISTRY -> toPart("domain-registry", stage.registry, fault);
            case BROKER -> {
                toPart("", stage.broker, fault);
                // Clients need a while to find it again.
                brokerOutages.add(new History.Outage(from, Instant.now().plusSeconds(15)));
            }
            case DATABASE -> toDatabase(fault);
            case RELAY -> toRelay(fault);
        }
        pass(Duration.ofSeconds(1));
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
                stage.killDatabase();
                pass(fault.lasts());
                stage.startDatabase();
            }
            case PAUSE -> {
                stage.signalDatabase("STOP");
                pass(fault.lasts());
                stage.signalDatabase("CONT");
            }
            case RESTART -> {
                stage.stopDatabase();
                stage.startDatabase();
            }
            case STARVE -> flap(fault, () -> stage.signalDatabase("STOP"), () -> stage.signalDatabase("CONT"));
        }
    }

    private void toRelay(Fault fault) {
        switch (fault.kind()) {
            case KILL, RESTART -> {
                stage.relay.goAway();
                pass(fault.lasts());
                stage.relay.comeBack();
            }
            case PAUSE -> {
                stage.relay.hang(fault.lasts());
                pass(fault.lasts());
            }
            case STARVE -> {
                stage.relay.crawl(Duration.ofMillis(300));
                pass(fault.lasts());
                stage.relay.crawl(Duration.ZERO);
            }
        }
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
