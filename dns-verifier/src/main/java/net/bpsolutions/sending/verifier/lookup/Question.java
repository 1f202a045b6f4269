package net.bpsolutions.sending.verifier.lookup;

import java.util.Locale;

/**
 * What is asked of a server.
 *
 * @param name an owner name, absolute, without the trailing dot; lower-cased here
 * @param type the RR type
 */
public record Question(String name, RrType type) {

    /** Names compare without case (RFC 1035 §2.3.3). */
    public Question {
        name = name.toLowerCase(Locale.ROOT);
    }
}
