package net.bpsolutions.sending.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Something that happens to a part, for so long. */
record Fault(Target target, Kind kind, Duration lasts) {

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

    /** Each target at least once when there are enough, in an order and with lengths that the seed gives. */
    static List<Fault> plan(Random random, int count) {
        List<Fault> plan = new ArrayList<>();
        while (plan.size() < count) {
            List<Target> round = new ArrayList<>(List.of(Target.values()));
            Collections.shuffle(round, random);
            for (Target target : round) {
                Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
                // Some pauses are longer than a lease.
                int seconds = kind == Kind.PAUSE ? 2 + random.nextInt(16) : 1 + random.nextInt(5);
                plan.add(new Fault(target, kind, Duration.ofSeconds(seconds)));
            }
        }
        return plan.subList(0, count);
    }
}
