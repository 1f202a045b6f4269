package net.bpsolutions.sending.verifier.spf;

import java.util.Map;
import java.util.Optional;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.RrType;

/**
 * What DNS said of everything that a record leads to.
 *
 * @param domain whose record it is
 * @param policies by domain
 * @param hosts the addresses and exchanges asked for
 */
record Survey(String domain, Map<String, Policy> policies, Map<Question, Lookup> hosts) {

    /** What {@code name} publishes. */
    Policy policy(String name) {
        return policies.getOrDefault(name, new Policy.Skipped());
    }

    /** What {@code a}, {@code mx} or {@code exists} finds while {@code own} is evaluated; empty if nobody asked. */
    Optional<Lookup> answer(Term term, String own) {
        return question(term, own).map(hosts::get);
    }

    /**
     * The question behind {@code a}, {@code mx} and {@code exists}, when it can be told. It is IPv4 that counts: few of the
     * names that mail comes from have IPv6 addresses, and no receiver asks for both.
     */
    static Optional<Question> question(Term term, String own) {
        boolean exchanges = term.is(Mechanism.MX);
        return exchanges || term.is(Mechanism.A) || term.is(Mechanism.EXISTS)
                ? term.target(own).map(name -> new Question(name, exchanges ? RrType.MX : RrType.A))
                : Optional.empty();
    }
}
