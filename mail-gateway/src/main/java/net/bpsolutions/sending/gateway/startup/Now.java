package net.bpsolutions.sending.gateway.startup;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock of this process. What must hold across processes takes the database's time instead. */
@Dependent
class Now {

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
