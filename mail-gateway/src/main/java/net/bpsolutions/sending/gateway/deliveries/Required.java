package net.bpsolutions.sending.gateway.deliveries;

import org.jspecify.annotations.Nullable;

/** Parameters without which a call makes no sense. */
final class Required {

    private Required() {}

    static String parameter(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.missingParameter(name);
        }
        return value;
    }
}
