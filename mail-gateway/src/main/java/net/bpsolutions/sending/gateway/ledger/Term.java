package net.bpsolutions.sending.gateway.ledger;

import java.time.Duration;

/**
 * How long a lease lasts, seen from here: never longer than the database thinks, because it counts from before the
 * statement was sent. By a clock that goes on while the process is paused.
 */
public final class Term {

    private final long expiresAt;
    private volatile long endsAt;

    /**
     * Begins.
     *
     * @param before {@link System#nanoTime()} before the lease was asked for
     * @param length of the lease
     * @param untilExpiry how long the mail may still be sent
     */
    public Term(long before, Duration length, Duration untilExpiry) {
        endsAt = before + length.toNanos();
        expiresAt = before + untilExpiry.toNanos();
    }

    /** Whether another worker may have it by now, or may have it within {@code reserve}. */
    public boolean endsWithin(Duration reserve) {
        return endsAt - System.nanoTime() <= reserve.toNanos();
    }

    /** Whether the time in which the mail may be sent is over. */
    public boolean expired() {
        return expiresAt - System.nanoTime() <= 0;
    }

    void renew(long before, Duration length) {
        endsAt = before + length.toNanos();
    }

    void lose() {
        endsAt = System.nanoTime();
    }
}
