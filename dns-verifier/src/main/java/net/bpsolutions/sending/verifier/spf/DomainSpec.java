package net.bpsolutions.sending.verifier.spf;

import java.util.Optional;

/** Whether a text is a domain-spec (RFC 7208 §7.1): it ends in a macro, or in a dot and a top-level domain. */
final class DomainSpec {

    private DomainSpec() {}

    /** The first fault, if any. */
    static Optional<Fault> fault(String spec) {
        if (spec.isEmpty()) {
            return Optional.of(new Fault(Fault.Kind.VALUE_MISSING, 0));
        }
        Optional<Fault> macro = Macros.fault(spec, Macros.IN_DOMAINS);
        return macro.isPresent() || Macros.isAtEnd(spec) ? macro : endFault(spec);
    }

    private static Optional<Fault> endFault(String spec) {
        int end = spec.endsWith(".") ? spec.length() - 1 : spec.length();
        int dot = spec.lastIndexOf('.', end - 1);
        if (dot < 0 || dot + 1 >= end) {
            return Optional.of(new Fault(Fault.Kind.DOMAIN, 0));
        }
        return labelFault(spec.substring(dot + 1, end)).map(fault -> fault.within(dot + 1));
    }

    /** A top-level domain has letters or hyphens, within (RFC 7208 §7.1, RFC 3696 §2). */
    private static Optional<Fault> labelFault(String label) {
        boolean numeric = true;
        for (int at = 0; at < label.length(); at++) {
            char letter = label.charAt(at);
            boolean inner = letter == '-' && at > 0 && at < label.length() - 1;
            if (!Ascii.isAlphanumeric(letter) && !inner) {
                return Optional.of(new Fault(Fault.Kind.DOMAIN, at));
            }
            numeric &= Ascii.isDigit(letter);
        }
        return numeric ? Optional.of(new Fault(Fault.Kind.DOMAIN, 0)) : Optional.empty();
    }
}
