package net.bpsolutions.sending.gateway.dispatch;

import java.time.Duration;
import net.bpsolutions.sending.gateway.ledger.Term;
import net.bpsolutions.sending.gateway.smtp.Permit;

/** Lets a mail go while its lease lasts and its own time is not over: a worker that woke too late sends nothing. */
record LeasePermit(Term term) implements Permit {

    /** What clocks may drift, and the last line takes to leave. */
    private static final Duration RESERVE = Duration.ofSeconds(2);

    @Override
    public Ruling ask() {
        if (term.endsWithin(RESERVE)) {
            return Ruling.REVOKED;
        }
        return term.expired() ? Ruling.EXPIRED : Ruling.GRANTED;
    }
}
