package net.bpsolutions.sending.local.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The role and the database the services use; both are called {@value #NAME}. */
public final class Database {

    public static final String NAME = "sending";

    private Database() {}

    /** Creates what is absent. */
    public static void createIn(DataSource server) throws SQLException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            if (isAbsent(statement, "select 1 from pg_roles where rolname = 'sending'")) {
                statement.execute("create role sending login password 'sending'");
            }
            if (isAbsent(statement, "select 1 from pg_database where datname = 'sending'")) {
                statement.execute("create database sending owner sending");
            }
        }
    }

    private static boolean isAbsent(Statement statement, String query) throws SQLException {
        try (var found = statement.executeQuery(query)) {
            return !found.next();
        }
    }
}
