package net.bpsolutions.sending.verifier.lookup;

import io.smallrye.mutiny.Uni;

/** The seam to DNS. Outcomes are values: the {@code Uni} fails for bugs only, and ends within a bounded time. */
@FunctionalInterface
public interface Dns {

    /** Asks one question; CNAMEs are reported, not followed. */
    Uni<Lookup> lookup(Question question);
}
