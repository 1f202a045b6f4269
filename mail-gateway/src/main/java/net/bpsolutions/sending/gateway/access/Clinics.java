package net.bpsolutions.sending.gateway.access;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the claim {@code clinics} of a token. Whatever is not a list of names stands for no clinic at all. */
final class Clinics {

    static final String CLAIM = "clinics";

    private Clinics() {}

    /** The clinics that the token is for; empty for OMS itself and operators, who see all. */
    static Optional<Set<String>> of(@Nullable Object claim) {
        return switch (claim) {
            case null -> Optional.empty();
            case JsonArray names
            when names.stream().allMatch(JsonString.class::isInstance) ->
                Optional.of(names.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.toUnmodifiableSet()));
            default -> Optional.of(Set.of());
        };
    }
}
