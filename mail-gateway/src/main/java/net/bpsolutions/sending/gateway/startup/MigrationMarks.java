package net.bpsolutions.sending.gateway.startup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets a schema survive a kill in the middle of its migration. Flyway commits a migration and its line in the history one
 * after the other; a migration without its line would be done again, and fail, for ever. So each leaves a mark in its own
 * transaction, and before the next ones the history is completed from the marks.
 */
public final class MigrationMarks extends BaseCallback {

    private static final String TABLE = """
            create table if not exists gateway.migration_mark (
                version text primary key, description text not null, script text not null, checksum int)""";

    private static final String MARK = """
            insert into gateway.migration_mark (version, description, script, checksum) values (?, ?, ?, ?)
            on conflict do nothing""";

    private static final String IS_THERE = "select to_regclass('gateway.migration_mark') is not null";

    private static final String COMPLETE = """
            insert into gateway.flyway_schema_history
                (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
            select (select max(installed_rank) from gateway.flyway_schema_history)
                       + row_number() over (order by string_to_array(version, '.')::int[]),
                   version, description, 'SQL', script, checksum, current_user, 0, true
            from gateway.migration_mark m
            where not exists (select from gateway.flyway_schema_history h where h.version = m.version)""";

    private static final Set<Event> EVENTS = Set.of(Event.BEFORE_MIGRATE, Event.AFTER_EACH_MIGRATE);

    /** For Flyway. */
    public MigrationMarks() {}

    @Override
    public boolean supports(Event event, Context context) {
        return EVENTS.contains(event);
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            if (event == Event.AFTER_EACH_MIGRATE) {
                statement.execute(TABLE);
                mark(context.getConnection(), context.getMigrationInfo());
            } else if (isThere(statement)) {
                statement.execute(COMPLETE);
            }
        } catch (SQLException e) {
            throw new FlywayException("the marks of migrations cannot be kept", e);
        }
    }

    private static void mark(Connection connection, MigrationInfo migration) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(MARK)) {
            insert.setString(1, migration.getVersion().getVersion());
            insert.setString(2, migration.getDescription());
            insert.setString(3, migration.getScript());
            insert.setObject(4, migration.getChecksum());
            insert.execute();
        }
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet answer = statement.executeQuery(IS_THERE)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
