package net.bpsolutions.sending.registry.running;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody who looks into the database. */
public final class Tables {

    private Tables() {}

    /** Runs a statement behind the registry's back. */
    public static int sql(String statement) {
        try (Connection connection = connection();
                Statement running = connection.createStatement()) {
            return running.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A number that a query gives. */
    public static long number(String query) {
        return Long.parseLong(text(query));
    }

    /** What a query gives, as text. */
    public static String text(String query) {
        return rows(query).getFirst();
    }

    /** The plan of a query, as text. */
    public static String plan(String query) {
        return String.join("\n", rows("explain " + query));
    }

    private static List<String> rows(String query) {
        try (Connection connection = connection();
                Statement running = connection.createStatement();
                ResultSet rows = running.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(ConfigProvider.getConfig().getValue("test.jdbc-url", String.class));
    }
}
