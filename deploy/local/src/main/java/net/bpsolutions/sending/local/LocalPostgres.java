package net.bpsolutions.sending.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import net.bpsolutions.sending.local.postgres.Binaries;
import net.bpsolutions.sending.local.postgres.Database;
import net.bpsolutions.sending.local.postgres.Postmaster;

/**
 * A PostgreSQL server of its own processes, on loopback only, with the database and the role {@code sending} (password
 * {@code sending}). Works for root as well as for any user.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Path data;

    private LocalPostgres(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /**
     * Starts a server on {@code data}: a new folder is initialised, one that was used before keeps its content. A server
     * left behind by a JVM that was killed is stopped first.
     *
     * @param port where clients connect; 0 for any free port
     * @throws PortTakenException when somebody listens there
     */
    public static LocalPostgres start(Path data, int port) {
        Path folder = data.toAbsolutePath().normalize();
        Postmaster.stopOrphan(folder);
        int chosen = Ports.claim(port, "PostgreSQL");
        try {
            return new LocalPostgres(server(folder, chosen), folder).withDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start on " + folder + ".", e);
        }
    }

    private static EmbeddedPostgres server(Path folder, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(Binaries.folder())
                .setPGStartupWait(START_LIMIT)
                .setPort(port)
                .setLocaleConfig("locale", "C")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                // A commit that was answered survives the death of every process.
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private LocalPostgres withDatabase() {
        try {
            Database.createIn(server.getPostgresDatabase());
            return this;
        } catch (SQLException e) {
            close();
            throw new IllegalStateException("The database cannot be created.", e);
        }
    }

    /** Where clients connect. */
    public int port() {
        return server.getPort();
    }

    /** Complete with user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port() + "/" + Database.NAME + "?user=" + Database.NAME + "&password="
                + Database.NAME;
    }

    /**
     * The server's first process.
     *
     * @throws IllegalStateException when it is gone
     */
    public long pid() {
        return Postmaster.of(data)
                .map(ProcessHandle::pid)
                .orElseThrow(() -> new IllegalStateException("PostgreSQL on " + data + " is not running."));
    }

    /** Ends the sessions that are open and stops the server. */
    @Override
    public void close() {
        Optional<ProcessHandle> process = Postmaster.of(data);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.ifPresent(Postmaster::awaitEnd);
    }
}
