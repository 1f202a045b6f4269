package net.bpsolutions.sending.registry.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the form of a page; what is none has no fields. */
final class Form {

    private Form() {}

    /** The first field of that name, or nothing. */
    static String field(@Nullable String form, String name) {
        return form == null
                ? ""
                : Stream.of(form.split("&", -1))
                        .filter(part -> part.startsWith(name + "="))
                        .map(part -> decoded(part.substring(name.length() + 1)))
                        .findFirst()
                        .orElse("");
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
