package net.bpsolutions.sending.gateway.authentication;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The result words of RFC 8601 §2.7. */
public enum Verdict {
    NONE,
    NEUTRAL,
    PASS,
    FAIL,
    SOFTFAIL,
    TEMPERROR,
    PERMERROR;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verdict of that word, in any case. */
    public static Optional<Verdict> of(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
