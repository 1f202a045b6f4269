package net.bpsolutions.sending.verifier.spf;

import java.util.Optional;

/** One term of a record (RFC 7208 §4.6.1). */
sealed interface Term {

    /** As written. */
    String text();

    /** Of its first character in the record, counted from 1. */
    int position();

    /**
     * A mechanism and what a match means.
     *
     * @param domain the domain-spec, or the address; empty when there is none
     */
    record Directive(String text, int position, Qualifier qualifier, Mechanism mechanism, String domain)
            implements Term {}

    /**
     * A name and a value; names that nobody knows are legal.
     *
     * @param name in lower case
     */
    record Modifier(String text, int position, String name, String value) implements Term {}

    /** What is neither. */
    record Broken(String text, int position, Fault fault) implements Term {}

    default boolean is(Mechanism mechanism) {
        return this instanceof Directive directive && directive.mechanism() == mechanism;
    }

    default boolean isRedirect() {
        return this instanceof Modifier modifier && modifier.name().equals("redirect");
    }

    /** Whether a receiver asks DNS for it (RFC 7208 §4.6.4). */
    default boolean isAsking() {
        return isRedirect()
                || (this instanceof Directive directive && directive.mechanism().isAsking());
    }

    /** Whether it is {@code include:domain}, whatever a match means. */
    default boolean includes(String domain, String own) {
        return is(Mechanism.INCLUDE) && target(own).filter(domain::equals).isPresent();
    }

    /**
     * The owner name that is asked for, when {@code own} is being evaluated; empty when it depends on the sender.
     */
    default Optional<String> target(String own) {
        return switch (this) {
            case Directive directive ->
                directive.domain().isEmpty() ? Optional.of(own) : Macros.expand(directive.domain(), own);
            case Modifier modifier -> Macros.expand(modifier.value(), own);
            case Broken _ -> Optional.empty();
        };
    }
}
