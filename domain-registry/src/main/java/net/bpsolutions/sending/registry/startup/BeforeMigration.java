package net.bpsolutions.sending.registry.startup;

import io.quarkus.scheduler.Scheduled.SkipPredicate;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.inject.Singleton;

/** Scheduled work waits: nothing can be read before the schema is in place. */
@Singleton
public class BeforeMigration implements SkipPredicate {

    private final Migration migration;

    BeforeMigration(Migration migration) {
        this.migration = migration;
    }

    @Override
    public boolean test(ScheduledExecution execution) {
        return !migration.isDone();
    }
}
