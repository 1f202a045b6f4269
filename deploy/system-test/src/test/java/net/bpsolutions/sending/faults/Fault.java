package net.bpsolutions.sending.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Something that happens to a part, for so long.
 *
 * @param phase what a relay leaves unanswered when it hangs
 */
record Fault(Target target, Kind kind, Duration lasts, Sink.Phase phase) {

    /** What is hurt. */
    enum Target {
        GATEWAY_ONE,
        GATEWAY_TWO,
        REGISTRY,
        BROKER,
        DATABASE,
        RELAY
    }

    /** How. */
    enum Kind {
        /** Dies, and is started again after a while. */
        KILL,

        /** Hangs, and goes on as if nothing had been. */
        PAUSE,

        /** Is stopped as it should be, and started again. */
        RESTART,

        /** Gets on by fits and starts. */
        STARVE
    }

    /**
     * Step by step, what happens at once: mails whose end is not answered while the outcomes cannot leave; a gateway that
     * hangs longer than its leases last; and one that dies while the database is away.
     */
    static List<List<Fault>> slice() {
        return List.of(
                List.of(of(Target.RELAY, Kind.PAUSE, 5), of(Target.BROKER, Kind.KILL, 1)),
                List.of(of(Target.GATEWAY_ONE, Kind.PAUSE, Stage.LEASE.toSeconds() + 2)),
                List.of(of(Target.DATABASE, Kind.KILL, 4), of(Target.GATEWAY_TWO, Kind.KILL, 1)));
    }

    private static Fault of(Target target, Kind kind, long seconds) {
        return new Fault(target, kind, Duration.ofSeconds(seconds), Sink.Phase.END);
    }

    /** Each target at least once when there are enough, in an order and with lengths that the seed gives. */
    static List<List<Fault>> plan(Random random, int count) {
        List<List<Fault>> plan = new ArrayList<>();
        while (plan.size() < count) {
            List<Target> round = new ArrayList<>(List.of(Target.values()));
            Collections.shuffle(round, random);
            for (Target target : round) {
                plan.add(step(random, target));
            }
        }
        return plan.subList(0, count);
    }

    /** One in four is met by a gateway's death in the middle of it. */
    private static List<Fault> step(Random random, Target target) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        // Some pauses are longer than a lease.
        int seconds = kind == Kind.PAUSE ? 2 + random.nextInt(16) : 1 + random.nextInt(5);
        List<Sink.Phase> phases = List.of(Sink.Phase.values());
        Sink.Phase phase = phases.get(random.nextInt(phases.size()));
        Fault fault = new Fault(target, kind, Duration.ofSeconds(seconds), phase);
        boolean alone = random.nextInt(4) > 0 || target == Target.GATEWAY_ONE || target == Target.GATEWAY_TWO;
        Target dying = random.nextBoolean() ? Target.GATEWAY_ONE : Target.GATEWAY_TWO;
        return alone ? List.of(fault) : List.of(fault, of(dying, Kind.KILL, 1));
    }
}
