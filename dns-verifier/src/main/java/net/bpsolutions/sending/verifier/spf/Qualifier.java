package net.bpsolutions.sending.verifier.spf;

import java.util.Arrays;
import java.util.Optional;

/** What a match means (RFC 7208 §4.6.2); the laxest first. */
enum Qualifier {
    PASS('+'),
    NEUTRAL('?'),
    SOFTFAIL('~'),
    FAIL('-');

    private final char sign;

    Qualifier(char sign) {
        this.sign = sign;
    }

    /** The one that {@code text} starts with, if any. */
    static Optional<Qualifier> leading(String text) {
        return Arrays.stream(values())
                .filter(each -> !text.isEmpty() && text.charAt(0) == each.sign)
                .findFirst();
    }

    /** The {@code all} term of this kind. */
    String all() {
        return sign + "all";
    }
}
