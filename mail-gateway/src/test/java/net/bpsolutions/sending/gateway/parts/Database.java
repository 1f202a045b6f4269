package net.bpsolutions.sending.gateway.parts;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import net.bpsolutions.sending.local.LocalPostgres;

/** The database, which can go away and come back on the same port with the same data. */
public final class Database {

    private final Path folder;
    private final int port;
    private LocalPostgres server;

    Database(Path folder) {
        this.folder = folder;
        this.server = LocalPostgres.start(folder, 0);
        this.port = server.port();
    }

    int port() {
        return port;
    }

    /** Runs a statement with text parameters; the number of rows it touched. */
    public int execute(String sql, String... parameters) {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the only row. */
    public String one(String sql, String... parameters) {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            if (!result.next()) {
                throw new AssertionError("no row");
            }
            return String.valueOf(result.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, String... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
        return statement;
    }

    /** Connections are cut and refused from now on. */
    public void goAway() {
        server.close();
    }

    /** Answers again, where it was. */
    public void comeBack() {
        server = LocalPostgres.start(folder, port);
    }

    void close() {
        server.close();
    }
}
