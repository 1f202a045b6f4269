package net.bpsolutions.sending.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @TempDir
    Path data;

    @Test
    void keepsDataOverARestartOnAnotherPort() throws Exception {
        try (var postgres = LocalPostgres.start(data, 0)) {
            execute(postgres, "create table note (text text)");
            execute(postgres, "insert into note values ('kept')");
        }

        try (var postgres = LocalPostgres.start(data, 0)) {
            assertThat(query(postgres, "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void commitsDurablyToTheDeathOfTheServerAndStartsAgain() throws Exception {
        try (var first = LocalPostgres.start(data, 0)) {
            execute(first, "create table note (text text)");
            execute(first, "insert into note values ('kept')");
            ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
            await().until(() -> ProcessHandle.of(pidOrZero(first)).isEmpty());
        }

        try (var again = LocalPostgres.start(data, 0)) {
            assertThat(query(again, "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void stopsAServerThatOutlivedItsLauncher() throws Exception {
        long orphan = startInAnotherJvmThatDies();

        try (var postgres = LocalPostgres.start(data, 0)) {
            assertThat(ProcessHandle.of(orphan)).isEmpty();
            assertThat(query(postgres, "select 'up'")).isEqualTo("up");
        }
    }

    private long startInAnotherJvmThatDies() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingJvm.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(jvm.waitFor()).isEqualTo(DyingJvm.STATUS);
        return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    }

    @Test
    void isStoppedByCloseThoughClientsAreConnected() throws Exception {
        var postgres = LocalPostgres.start(data, 0);
        long pid = postgres.pid();
        try (var client = DriverManager.getConnection(postgres.jdbcUrl())) {
            assertThat(client.isValid(1)).isTrue();

            postgres.close();

            assertThat(ProcessHandle.of(pid)).isEmpty();
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalPostgres.start(data, other.getLocalPort()))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("(PostgreSQL) is taken");
        }
    }

    private static long pidOrZero(LocalPostgres postgres) {
        try {
            return postgres.pid();
        } catch (IllegalStateException gone) {
            return 0;
        }
    }

    private static void execute(LocalPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(LocalPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl());
                var result = connection.createStatement().executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
