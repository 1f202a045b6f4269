package net.bpsolutions.sending.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten clinics' reminders through two gateways, while everything is hurt in turn. Here a short slice of it; {@code make
 * faults} sets other seeds and more faults.
 */
@Order(1)
class FaultsTest {

    /** None stands for the slice. */
    private static final int FAULTS = Integer.getInteger("faults.count", 0);

    static LongStream seeds() {
        return Arrays.stream(System.getProperty("faults.seeds", "7").split(","))
                .mapToLong(seed -> Long.parseLong(seed.strip()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void losesNothingDoublesNothingAndKeepsToTheRightNames(long seed) throws IOException {
        boolean slice = FAULTS == 0;
        List<List<Fault>> plan = slice ? Fault.slice() : Fault.plan(new Random(seed), FAULTS);
        try (Run run = new Run("seed-" + seed, seed, Duration.ofSeconds(slice ? 6 : 20), !slice, Map.of())) {
            run.flow();
            for (int step = 0; step < plan.size(); step++) {
                if (step % 2 == 1) {
                    run.load.say(step / 2 % 3, step / 6 % 2 == 1);
                }
                run.harm.does(plan.get(step));
            }
            run.judge();
        }
    }
}
