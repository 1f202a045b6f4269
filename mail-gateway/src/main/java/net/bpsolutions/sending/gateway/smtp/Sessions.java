package net.bpsolutions.sending.gateway.smtp;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Sessions that wait for their next mail, by account: other credentials are another account. */
final class Sessions {

    private final Map<Account, ConcurrentLinkedDeque<Session>> idle = new ConcurrentHashMap<>();

    /** The one that was used last; relays close those that wait too long. */
    Optional<Session> take(Account account) {
        ConcurrentLinkedDeque<Session> waiting = idle.get(account);
        return waiting == null ? Optional.empty() : Optional.ofNullable(waiting.pollFirst());
    }

    void giveBack(Account account, Session session) {
        idle.computeIfAbsent(account, any -> new ConcurrentLinkedDeque<>()).addFirst(session);
    }

    /** Says goodbye to those that have waited since before {@code nanos}. */
    void endIdle(long nanos) {
        idle.values().forEach(waiting -> endIdle(waiting, nanos));
        idle.values().removeIf(ConcurrentLinkedDeque::isEmpty);
    }

    private static void endIdle(ConcurrentLinkedDeque<Session> waiting, long nanos) {
        for (Session oldest = waiting.pollLast(); oldest != null; oldest = waiting.pollLast()) {
            if (oldest.idleSince() - nanos >= 0) {
                waiting.addLast(oldest);
                return;
            }
            oldest.quit();
        }
    }
}
