package net.bpsolutions.sending.registry.console;

import jakarta.ws.rs.DefaultValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.registry.entry.Doorkeeper;
import net.bpsolutions.sending.registry.problem.InvalidRequestException;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What an operator looks for; an empty field does not narrow the list. */
public class Wanted {

    private static final int LONGEST = 253;

    @RestQuery
    @DefaultValue("")
    String domain = "";

    @RestQuery
    @DefaultValue("")
    String clinic = "";

    @RestQuery
    @DefaultValue("")
    String status = "";

    @RestQuery
    @DefaultValue("")
    String only = "";

    @RestQuery
    @Nullable String cursor;

    /** Which registrations an operator has to do something about. */
    public enum Only {
        /** Degraded, lapsed, flagged, or claimed by a second clinic. */
        ATTENTION,

        /** Flagged. */
        FLAGGED
    }

    /** How the name begins, as it is kept: A-labels, lower case. A name in U-labels must be whole. */
    Optional<String> prefix() {
        String typed = text("domain", domain).toLowerCase(Locale.ROOT);
        if (typed.length() > LONGEST) {
            throw new InvalidRequestException("domain", "is longer than a domain name can be");
        }
        boolean ascii = typed.chars().allMatch(letter -> letter < 128);
        return Optional.of(
                        ascii
                                ? typed
                                : Doorkeeper.canonical(typed)
                                        .map(DomainName::value)
                                        .orElse(typed))
                .filter(prefix -> !prefix.isEmpty());
    }

    Optional<String> clinicId() {
        return Optional.of(text("clinic", clinic)).filter(id -> !id.isEmpty());
    }

    /** No column can have a NUL, and no name has a control character. */
    private static String text(String field, String typed) {
        String stripped = typed.strip();
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidRequestException(field, "has a control character");
        }
        return stripped;
    }

    Optional<DomainStatus> inStatus() {
        return choice("status", status, DomainStatus.class);
    }

    Optional<Only> narrowed() {
        return choice("only", only, Only.class);
    }

    private static <E extends Enum<E>> Optional<E> choice(String field, String value, Class<E> choices) {
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(Enum.valueOf(choices, value));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(field, "is not one of the choices", e);
        }
    }

    /** The address of the part of the same list that begins at {@code next}. */
    String from(String next) {
        List<String> parts = new ArrayList<>();
        Stream.of(
                        new String[] {"domain", domain},
                        new String[] {"clinic", clinic},
                        new String[] {"status", status},
                        new String[] {"only", only},
                        new String[] {"cursor", next})
                .filter(part -> !part[1].isEmpty())
                .forEach(part -> parts.add(part[0] + "=" + URLEncoder.encode(part[1], StandardCharsets.UTF_8)));
        return "/console?" + String.join("&", parts);
    }
}
