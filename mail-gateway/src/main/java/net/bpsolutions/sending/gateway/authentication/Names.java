package net.bpsolutions.sending.gateway.authentication;

import java.util.Locale;
import net.bpsolutions.sending.events.DomainName;

/** Domain names as they are compared: lower case, no dot at the end. */
final class Names {

    private Names() {}

    static String of(CharSequence name) {
        String lower = name.toString().strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** The name, or {@code invalid} for what is none; empty stays empty. */
    static String valid(String name) {
        try {
            return name.isEmpty() ? "" : new DomainName(name).value();
        } catch (IllegalArgumentException noName) {
            return "invalid";
        }
    }
}
