package net.bpsolutions.sending.registry.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import net.bpsolutions.sending.local.LocalPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationMarksTest {

    /** What is left when a process is killed between the two commits of Flyway. */
    private static final String FORGET_THE_LAST = "delete from registry.flyway_schema_history"
            + " where installed_rank = (select max(installed_rank) from registry.flyway_schema_history)";

    @TempDir
    private Path data;

    private LocalPostgres database;

    @BeforeEach
    void start() {
        database = LocalPostgres.start(data, 0);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void goesOnAfterAKillBetweenAMigrationAndItsLineInTheHistory() throws SQLException {
        int all = marking().load().migrate().migrationsExecuted;
        String whole = history();
        execute(FORGET_THE_LAST);

        int again = marking().load().migrate().migrationsExecuted;

        assertThat(all).isPositive();
        assertThat(again).isZero();
        assertThat(history()).isEqualTo(whole);
        assertThat(marking().load().validateWithResult().validationSuccessful).isTrue();
    }

    @Test
    void wouldFailForEverWithoutMarks() throws SQLException {
        Flyway unmarked = flyway().load();
        unmarked.migrate();
        execute(FORGET_THE_LAST);

        assertThatThrownBy(unmarked::migrate).isInstanceOf(FlywayException.class);
        assertThatThrownBy(unmarked::migrate).isInstanceOf(FlywayException.class);
    }

    @Test
    void doesNotTakeAMigrationForDoneThatWasRolledBack() throws SQLException {
        marking().target("1").load().migrate();
        execute("create table registry.delivery_count ()");
        assertThatThrownBy(() -> marking().load().migrate()).isInstanceOf(FlywayException.class);
        execute("drop table registry.delivery_count");

        assertThat(marking().load().migrate().migrationsExecuted).isPositive();
        assertThat(marking().load().validateWithResult().validationSuccessful).isTrue();
    }

    private FluentConfiguration marking() {
        return flyway().callbacks(new MigrationMarks());
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), null, null)
                .schemas("registry")
                .defaultSchema("registry")
                .locations("classpath:db/registry");
    }

    private String history() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery(
                        "select string_agg(concat_ws(' ', installed_rank, version, description,"
                                + " script, checksum, success), '\n' order by installed_rank) from registry.flyway_schema_history")) {
            lines.next();
            return lines.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
