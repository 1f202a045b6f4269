package net.bpsolutions.sending.verifier.spf;

import java.util.Arrays;
import java.util.Optional;

/** The mechanisms there are (RFC 7208 §5). */
enum Mechanism {
    ALL(false),
    INCLUDE(true),
    A(true),
    MX(true),
    PTR(true),
    IP4(false),
    IP6(false),
    EXISTS(true);

    private final boolean asking;

    Mechanism(boolean asking) {
        this.asking = asking;
    }

    /** Whether it makes a receiver ask DNS, so that it counts (RFC 7208 §4.6.4). */
    boolean isAsking() {
        return asking;
    }

    /** Names compare without case (RFC 7208 §4.6.1). */
    static Optional<Mechanism> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
