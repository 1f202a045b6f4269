package net.bpsolutions.sending.registry.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import net.bpsolutions.sending.registry.running.Parts;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Parts.class)
class MigrationMarksTest {

    /** Of user and password. */
    private static final String NAME = "sending";

    /** What is left when a process is killed between the two commits of Flyway. */
    private static final String FORGET_THE_LAST = "delete from registry.flyway_schema_history"
            + " where installed_rank = (select max(installed_rank) from registry.flyway_schema_history)";

    /** A migration that cannot be repeated; of others there is nothing to fear. */
    private static final String CREATES_TABLES = "9";

    @Inject
    Flyway service;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private String own;

    @BeforeEach
    void createADatabase() throws SQLException {
        try (Connection owner = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = owner.createStatement()) {
            statement.execute("drop database if exists marks");
            statement.execute("create database marks owner " + NAME);
        }
        own = url.replaceFirst("/[^/?]+\\?", "/marks?");
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
        Flyway unmarked = flyway().target(CREATES_TABLES).load();
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

    /** As the service migrates, elsewhere. */
    private FluentConfiguration marking() {
        return Flyway.configure().configuration(service.getConfiguration()).dataSource(own, NAME, NAME);
    }

    private FluentConfiguration flyway() {
        return marking().callbacks(new Callback[0]);
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(own, NAME, NAME);
    }

    private String history() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery(
                        "select string_agg(concat_ws(' ', installed_rank, version, description,"
                                + " script, checksum, success), '\n' order by installed_rank) from registry.flyway_schema_history")) {
            lines.next();
            return lines.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
