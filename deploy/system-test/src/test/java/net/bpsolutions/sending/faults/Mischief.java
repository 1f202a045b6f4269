package net.bpsolutions.sending.faults;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a relay does to some recipients' mail, the first time each: by their number, so that a seed repeats it. */
final class Mischief {

    private static final int OF = 40;

    private final Map<String, Boolean> seen = new ConcurrentHashMap<>();

    /** The reply to RCPT TO. */
    String atRecipient(String recipient) {
        return switch (number(recipient) % OF) {
            case 3 -> first(recipient) ? "451 4.2.1 later" : "250 ok";
            case 5 -> "550 5.1.1 nobody";
            default -> "250 ok";
        };
    }

    /** The reply to the end of data; none cuts the connection, as a relay does that dies there. */
    String atEnd(String recipient, String from) {
        return switch (number(recipient) % OF) {
            case 7 -> first(recipient) ? "" : "250 2.0.0 taken";
            case 9 -> from.contains(Names.FALLBACK) ? "250 2.0.0 taken" : "550 5.7.26 DMARC";
            case 11 -> first(recipient) ? "452 4.3.1 full" : "250 2.0.0 taken";
            default -> "250 2.0.0 taken";
        };
    }

    private boolean first(String recipient) {
        return seen.putIfAbsent(recipient, true) == null;
    }

    private static int number(String recipient) {
        return Integer.parseInt(recipient.substring(recipient.indexOf('-') + 1, recipient.indexOf('@')));
    }
}
