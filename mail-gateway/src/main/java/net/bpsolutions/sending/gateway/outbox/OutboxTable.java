package net.bpsolutions.sending.gateway.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.database.DatabaseConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The outbox as its relay sees it: through one connection outside of the pools, whose advisory lock makes this process
 * the only one that publishes. Losing the connection is losing the lock.
 */
@ApplicationScoped
class OutboxTable {

    private static final String LOCK = "select pg_try_advisory_lock(hashtextextended('gateway.outbox', 0))";

    /**
     * A process that hangs must not keep the others from publishing. Longer than the broker's answers are waited for, so
     * that by then its records have either left or never will.
     */
    private static final String LET_GO =
            "select set_config(name, '40s', false) from pg_settings where name = 'idle_session_timeout'";

    private static final String NEXT =
            "select position, topic, record_key, headers, payload from gateway.outbox order by position limit ?";
    private static final String DELETE = "delete from gateway.outbox where position = any(?)";
    private static final String PUT_ASIDE = """
            with aside as (
                delete from gateway.outbox where position = ?
                returning position, topic, record_key, headers, payload, created_at)
            insert into gateway.outbox_aside (position, topic, record_key, headers, payload, created_at)
            select position, topic, record_key, headers, payload, created_at from aside""";
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final DatabaseConfig database;
    private final String url;
    private @Nullable Connection connection;

    OutboxTable(
            ObjectMapper json, GatewayConfig config, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.json = json;
        this.database = config.database();
        this.url = url;
    }

    /** The oldest rows; none while another process publishes. */
    List<OutboxRow> next(int limit) throws SQLException {
        Connection own = connection == null ? locked() : connection;
        if (own == null) {
            return List.of();
        }
        connection = own;
        try (PreparedStatement select = own.prepareStatement(NEXT)) {
            select.setInt(1, limit);
            return rows(select.executeQuery());
        }
    }

    /** Forgets rows that the broker has confirmed. */
    void delete(List<OutboxRow> published) throws SQLException {
        if (connection == null || published.isEmpty()) {
            return;
        }
        Object[] positions = published.stream().map(OutboxRow::position).toArray();
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, connection.createArrayOf("bigint", positions));
            delete.executeUpdate();
        }
    }

    /** Keeps a row for a person, out of the way of the others. */
    void putAside(OutboxRow row) throws SQLException {
        if (connection == null) {
            return;
        }
        try (PreparedStatement aside = connection.prepareStatement(PUT_ASIDE)) {
            aside.setLong(1, row.position());
            aside.executeUpdate();
        }
    }

    /** Lets another process publish. */
    void release() {
        if (connection != null) {
            close(connection);
            connection = null;
        }
    }

    private @Nullable Connection locked() throws SQLException {
        Connection fresh = DriverManager.getConnection(url, database.user(), database.password());
        try (Statement statement = fresh.createStatement()) {
            statement.execute(LET_GO);
            ResultSet lock = statement.executeQuery(LOCK);
            if (lock.next() && lock.getBoolean(1)) {
                return fresh;
            }
        } catch (SQLException e) {
            close(fresh);
            throw e;
        }
        close(fresh);
        return null;
    }

    private List<OutboxRow> rows(ResultSet result) throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        while (result.next()) {
            rows.add(new OutboxRow(
                    result.getLong("position"),
                    result.getString("topic"),
                    result.getString("record_key"),
                    headers(result.getString("headers")),
                    result.getBytes("payload")));
        }
        return rows;
    }

    private Map<String, String> headers(String text) {
        try {
            return json.readValue(text, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers were written by us", e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException gone) {
            // It is gone already, and its lock with it.
        }
    }
}
