package net.bpsolutions.sending.gateway.inbound.smtp;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that all mails on their way in may have together. */
final class Room {

    private final AtomicLong left;

    Room(long octets) {
        left = new AtomicLong(octets);
    }

    /** False, and nothing is taken, when there is not so much. */
    boolean take(long octets) {
        if (left.addAndGet(-octets) >= 0) {
            return true;
        }
        left.addAndGet(octets);
        return false;
    }

    void giveBack(long octets) {
        left.addAndGet(octets);
    }
}
