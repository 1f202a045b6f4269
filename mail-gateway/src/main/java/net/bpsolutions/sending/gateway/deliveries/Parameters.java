package net.bpsolutions.sending.gateway.deliveries;

import net.bpsolutions.sending.gateway.problem.Problem;
import net.bpsolutions.sending.gateway.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Parameters as calls may have them: nothing that the database could not be asked for. */
final class Parameters {

    private Parameters() {}

    /** One without which the call makes no sense. */
    static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.refusal(ProblemType.MISSING_PARAMETER, "'" + name + "' is required.");
        }
        return printable(name, value);
    }

    /** One that may be left out. */
    static @Nullable String optional(String name, @Nullable String value) {
        return value == null ? null : printable(name, value);
    }

    private static String printable(String name, String value) {
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw Problem.refusal(ProblemType.INVALID_REQUEST, "'" + name + "' holds a control character.");
        }
        return value;
    }
}
