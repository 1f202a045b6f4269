package net.bpsolutions.sending.registry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemporaryFaultTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "57P01", "55P03"})
    void waitsForADatabaseThatIsAwayOrBusy(String sqlState) {
        assertThat(TemporaryFault.is(new IllegalStateException(new PgException("", "FATAL", sqlState, ""))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22P02", ""})
    void doesNotWaitForAMistakeToPass(String sqlState) {
        assertThat(TemporaryFault.is(new PgException("", "ERROR", sqlState, "")))
                .isFalse();
    }

    @Test
    void waitsForAConnectionThatIsRefused() {
        assertThat(TemporaryFault.is(new CompletionException(new ConnectException("refused"))))
                .isTrue();
    }

    @Test
    void takesAnythingElseForAMistake() {
        assertThat(TemporaryFault.is(new IllegalStateException("connection"))).isFalse();
    }
}
