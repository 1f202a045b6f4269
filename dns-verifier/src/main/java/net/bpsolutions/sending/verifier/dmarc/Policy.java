package net.bpsolutions.sending.verifier.dmarc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What receivers are asked to do with mail that fails (RFC 9989 §4.7), the mildest first. */
enum Policy {
    NONE,
    QUARANTINE,
    REJECT;

    /** The value of a {@code p}, {@code sp} or {@code np} tag; case does not matter. */
    static Optional<Policy> of(String value) {
        return Arrays.stream(values())
                .filter(policy -> policy.word().equalsIgnoreCase(value))
                .findFirst();
    }

    /** One level less, as {@code t=y} asks for. */
    Policy milder() {
        return this == REJECT ? QUARANTINE : NONE;
    }

    /** As written in a record. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
