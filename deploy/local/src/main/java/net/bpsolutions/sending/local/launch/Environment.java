package net.bpsolutions.sending.local.launch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The variables given; an empty one counts as not given. */
record Environment(Map<String, String> variables) {

    private static final int HIGHEST_PORT = 65_535;

    Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    int port(String name, int otherwise) {
        return text(name).map(value -> port(name, value)).orElse(otherwise);
    }

    private static int port(String name, String value) {
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // The same sentence as for a number that is no port.
        }
        throw new CannotStartException(name + " must be a port number from 1 to 65535, not \"" + value + "\".");
    }

    <E extends Enum<E>> E oneOf(String name, E otherwise) {
        Class<E> type = otherwise.getDeclaringClass();
        return text(name)
                .map(value -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equalsIgnoreCase(value))
                        .findFirst()
                        .orElseThrow(() -> notOneOf(name, value, type)))
                .orElse(otherwise);
    }

    private static CannotStartException notOneOf(String name, String value, Class<? extends Enum<?>> type) {
        String choices = String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList());
        return new CannotStartException(name + " must be one of " + choices + ", not \"" + value + "\".");
    }
}
