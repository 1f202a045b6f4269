package net.bpsolutions.sending.verifier.spf;

import java.util.Locale;
import java.util.Optional;

/** Reads one term, by hand: what strangers write must not cost more than its length (RFC 7208 §12). */
final class TermReader {

    private TermReader() {}

    /** Reads {@code text}, which starts at {@code position} of its record, counted from 1. */
    static Term read(String text, int position) {
        for (int at = 0; at < text.length(); at++) {
            if (!Ascii.isVisible(text.charAt(at))) {
                return new Term.Broken(text, position, new Fault(Fault.Kind.CHARACTER, at));
            }
        }
        int equals = text.indexOf('=');
        return equals > 0 && Ascii.isName(text.substring(0, equals))
                ? modifier(text, position, equals)
                : directive(text, position);
    }

    private static Term modifier(String text, int position, int equals) {
        String name = text.substring(0, equals).toLowerCase(Locale.ROOT);
        String value = text.substring(equals + 1);
        Optional<Fault> fault = name.equals("redirect") || name.equals("exp")
                ? DomainSpec.fault(value)
                : Macros.fault(value, Macros.ANYWHERE);
        return fault.<Term>map(found -> broken(text, position, found, equals + 1))
                .orElseGet(() -> new Term.Modifier(text, position, name, value));
    }

    private static Term directive(String text, int position) {
        Optional<Qualifier> qualifier = Qualifier.leading(text);
        int start = qualifier.isPresent() ? 1 : 0;
        int end = nameEnd(text, start);
        Optional<Mechanism> mechanism = Mechanism.named(text.substring(start, end));
        if (mechanism.isEmpty()) {
            return new Term.Broken(text, position, new Fault(Fault.Kind.UNKNOWN_TERM, 0));
        }
        String rest = text.substring(end);
        int lengths = lengthsStart(mechanism.get(), rest);
        Optional<Fault> fault = fault(mechanism.get(), rest, lengths);
        return fault.<Term>map(found -> broken(text, position, found, end))
                .orElseGet(() -> new Term.Directive(
                        text,
                        position,
                        qualifier.orElse(Qualifier.PASS),
                        mechanism.get(),
                        lengths == 0 ? "" : rest.substring(1, lengths)));
    }

    /** What lacks a value is at fault as a whole. */
    private static Term broken(String text, int position, Fault fault, int start) {
        return new Term.Broken(
                text,
                position,
                fault.kind() == Fault.Kind.VALUE_MISSING ? new Fault(fault.kind(), 0) : fault.within(start));
    }

    private static Optional<Fault> fault(Mechanism mechanism, String rest, int lengths) {
        boolean bare = rest.isEmpty();
        return switch (mechanism) {
            case ALL -> bare ? Optional.empty() : Optional.of(new Fault(Fault.Kind.VALUE_NOT_ALLOWED, 0));
            case INCLUDE, EXISTS -> valueFault(rest, rest.length());
            case PTR -> bare ? Optional.empty() : valueFault(rest, rest.length());
            case A, MX ->
                (lengths == 0 ? Optional.<Fault>empty() : valueFault(rest, lengths))
                        .or(() ->
                                Address.dualLengthFault(rest.substring(lengths)).map(fault -> fault.within(lengths)));
            case IP4 -> addressFault(rest, 32);
            case IP6 -> addressFault(rest, 128);
        };
    }

    private static Optional<Fault> valueFault(String rest, int end) {
        if (rest.startsWith(":")) {
            return DomainSpec.fault(rest.substring(1, end)).map(fault -> fault.within(1));
        }
        return Optional.of(new Fault(rest.isEmpty() ? Fault.Kind.VALUE_MISSING : Fault.Kind.VALUE_NOT_ALLOWED, 0));
    }

    private static Optional<Fault> addressFault(String rest, int most) {
        return rest.startsWith(":")
                ? Address.fault(rest.substring(1), most).map(fault -> fault.within(1))
                : Optional.of(new Fault(Fault.Kind.VALUE_MISSING, 0));
    }

    /** Where the prefix lengths of {@code a} and {@code mx} start; a slash may also stand within the domain. */
    private static int lengthsStart(Mechanism mechanism, String rest) {
        if (mechanism != Mechanism.A && mechanism != Mechanism.MX) {
            return rest.length();
        }
        int slash = rest.indexOf('/', Math.max(rest.lastIndexOf('.'), rest.lastIndexOf('}')) + 1);
        return slash < 0 ? rest.length() : slash;
    }

    private static int nameEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != ':' && text.charAt(end) != '/') {
            end++;
        }
        return end;
    }
}
