package net.bpsolutions.sending.verifier.spf;

import java.util.Optional;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.verifier.lookup.OwnerName;

/** What is expected: a whole record, the term, or no more than the domain to include. */
final class Vendor {

    private static final String INCLUDE = "include:";

    private Vendor() {}

    /** The domain to include, canonical. */
    static String of(ExpectedRecord expected) {
        String value = expected.value().strip();
        Optional<String> included = SpfRecord.read(value).stream()
                .flatMap(record -> record.terms().stream())
                .filter(term -> term.is(Mechanism.INCLUDE))
                .map(term -> ((Term.Directive) term).domain())
                .findFirst();
        return OwnerName.canonical(included.orElseGet(() -> bare(value)));
    }

    private static String bare(String value) {
        return value.regionMatches(true, 0, INCLUDE, 0, INCLUDE.length()) ? value.substring(INCLUDE.length()) : value;
    }
}
