package net.bpsolutions.sending.gateway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemporaryFaultsTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @ParameterizedTest
    @CsvSource({
        "08006,true",
        "40001,true",
        "40P01,true",
        "53300,true",
        "57P01,true",
        "25006,true",
        "28P01,true",
        "28000,true",
        "3D000,true",
        "58030,true",
        "23505,false",
        "22021,false",
        "25001,false",
        "42P01,false"
    })
    void tellsThemByTheClassOfTheirState(String sqlState, boolean temporary) {
        assertThat(TemporaryFaults.isTemporary(new PgException("", "ERROR", sqlState, "")))
                .isEqualTo(temporary);
    }

    @Test
    void countsSilenceAndRefusedConnections() {
        assertThat(TemporaryFaults.isTemporary(new TimeoutException())).isTrue();
        assertThat(TemporaryFaults.isTemporary(new ConnectException())).isTrue();
        assertThat(TemporaryFaults.isTemporary(new IllegalStateException())).isFalse();
    }

    @Test
    void outlastsThem() {
        AtomicInteger tries = new AtomicInteger();

        int needed = TemporaryFaults.outlast(() -> tries.incrementAndGet() < 3
                        ? Uni.createFrom().<Integer>failure(new ConnectException())
                        : Uni.createFrom().item(tries.get()))
                .await()
                .atMost(SOON);

        assertThat(needed).isEqualTo(3);
    }

    @Test
    void letsBugsThrough() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TemporaryFaults.outlast(() -> Uni.createFrom().failure(new IllegalStateException()))
                        .await()
                        .atMost(SOON));
    }
}
