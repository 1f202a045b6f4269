package net.bpsolutions.sending.gateway.ledger;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Until when other workers' leases may be taken over. While the database is away nobody can renew or book; once it is back
 * those that live must come first, or a mail whose reply they have seen would be sent again. So leases are taken over only
 * after the database has answered for a while, and by no statement that lay unread while it hung. Local times are {@link
 * System#nanoTime()}.
 */
final class Calm {

    /** What takes longer met a database that was away or hung. */
    static final Duration BREAK = Duration.ofSeconds(3);

    /** How long a reading of the database's clock is good for. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(20);

    private static final OffsetDateTime NEVER = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final OffsetDateTime ALWAYS = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Duration needed;
    private long since;
    private long lastAnswer;
    private boolean away;
    private volatile @Nullable Reading reading;

    /** The database's clock, and the local time before it was asked. */
    private record Reading(OffsetDateTime time, long before) {}

    /**
     * Begins.
     *
     * @param needed how long the database must have answered; whoever holds a lease renews it more often
     */
    Calm(Duration needed, long now) {
        this.needed = needed;
        this.since = now;
        this.lastAnswer = now;
    }

    /** Whether the database is to be asked for its time. */
    boolean wantsTime(long now) {
        Reading last = reading;
        return last == null || now - last.before() > GOOD_FOR.toNanos();
    }

    void noteTime(OffsetDateTime time, long before, long now) {
        noteAnswer(before, now);
        if (now - before <= BREAK.toNanos()) {
            reading = new Reading(time, before);
        }
    }

    /** The first after a fault, after long silence or after long waiting is where it begins anew. */
    synchronized void noteAnswer(long before, long now) {
        if (away || now - before > BREAK.toNanos() || before - lastAnswer > needed.toNanos()) {
            since = now;
            reading = null;
        }
        away = false;
        lastAnswer = now;
    }

    synchronized void noteFault() {
        away = true;
        reading = null;
    }

    /** By the database's clock, for a statement that is sent now; long past when nothing may be taken over. */
    synchronized OffsetDateTime takeOverUntil(long now) {
        Reading last = reading;
        return last == null || away || now - since < needed.toNanos()
                ? NEVER
                : last.time().plusNanos(now - last.before()).plus(BREAK);
    }

    /** By the database's clock: what runs later, after a hang, would lease to somebody who has given up waiting. */
    OffsetDateTime waitedForUntil(long now, Duration patience) {
        Reading last = reading;
        return last == null
                ? ALWAYS
                : last.time().plusNanos(now - last.before()).plus(patience);
    }
}
