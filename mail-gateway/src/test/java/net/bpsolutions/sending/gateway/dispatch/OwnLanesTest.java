package net.bpsolutions.sending.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import net.bpsolutions.sending.gateway.parts.Settings;
import net.bpsolutions.sending.gateway.smtp.Account;
import net.bpsolutions.sending.gateway.smtp.RelayConfig;
import org.junit.jupiter.api.Test;

class OwnLanesTest {

    private static final int LIMIT = 3;
    private static final int WORKERS = 10;
    private static final int TURNS = 5_000;

    private final OwnLanes lanes =
            new OwnLanes(Settings.of(Map.of("gateway.own-accounts.connections", Integer.toString(LIMIT))));

    @Test
    void admitsAsManyAsMayBeAndOthersAfterThem() {
        Account account = account("one");
        IntStream.range(0, LIMIT)
                .forEach(each -> assertThat(lanes.enter(account)).isTrue());

        assertThat(lanes.enter(account)).isFalse();
        assertThat(lanes.enter(account("other"))).isTrue();
        lanes.leave(account);

        assertThat(lanes.enter(account)).isTrue();
        assertThat(lanes.enter(account)).isFalse();
    }

    @Test
    void admitsNoMoreThoughManyAskAtOnce() throws Exception {
        Account account = account("busy");
        AtomicInteger inside = new AtomicInteger();
        Callable<Integer> worker = () -> {
            int most = 0;
            for (int turn = 0; turn < TURNS; turn++) {
                if (lanes.enter(account)) {
                    most = Math.max(most, inside.incrementAndGet());
                    LockSupport.parkNanos(1);
                    inside.decrementAndGet();
                    lanes.leave(account);
                }
            }
            return most;
        };

        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            for (Future<Integer> most : workers.invokeAll(Collections.nCopies(WORKERS, worker))) {
                assertThat(most.get()).isLessThanOrEqualTo(LIMIT);
            }
        }
        assertThat(IntStream.range(0, LIMIT).mapToObj(each -> lanes.enter(account)))
                .containsExactly(true, true, true);
    }

    private static Account account(String host) {
        return new Account(host, 25, RelayConfig.Tls.NONE, Optional.empty());
    }
}
