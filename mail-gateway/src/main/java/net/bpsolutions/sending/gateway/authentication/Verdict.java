package net.bpsolutions.sending.gateway.authentication;

import java.util.Locale;

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
}
