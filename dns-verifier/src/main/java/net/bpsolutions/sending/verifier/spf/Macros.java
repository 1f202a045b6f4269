package net.bpsolutions.sending.verifier.spf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.bpsolutions.sending.verifier.lookup.OwnerName;

/** Macro-strings (RFC 7208 §7). */
final class Macros {

    /** Those of a domain-spec; {@code c}, {@code r} and {@code t} are for explanations only (RFC 7208 §7.2). */
    static final String IN_DOMAINS = "slodiphv";

    static final String ANYWHERE = IN_DOMAINS + "crt";

    private static final String DELIMITERS = ".-+,/_=";
    private static final int LONGEST_NAME = 253;

    private Macros() {}

    /** The first fault, if any. */
    static Optional<Fault> fault(String text, String letters) {
        int at = text.indexOf('%');
        while (at >= 0) {
            int end = end(text, at, letters);
            if (end < 0) {
                return Optional.of(new Fault(Fault.Kind.MACRO, at));
            }
            at = text.indexOf('%', end);
        }
        return Optional.empty();
    }

    /** Whether {@code text}, which has no fault, ends in a macro. */
    static boolean isAtEnd(String text) {
        int at = text.indexOf('%');
        int end = 0;
        while (at >= 0) {
            end = end(text, at, ANYWHERE);
            at = text.indexOf('%', end);
        }
        return end > 0 && end == text.length();
    }

    /** Whether {@code text}, which has no fault, asks for the client's validated name (RFC 7208 §7.2: do not use). */
    static boolean hasClientName(String text) {
        return text.toLowerCase(Locale.ROOT).contains("%{p");
    }

    /**
     * The owner name that {@code spec}, which has no fault, stands for while {@code own} is evaluated and sends; empty when
     * it depends on more than that.
     */
    static Optional<String> expand(String spec, String own) {
        StringBuilder name = new StringBuilder();
        int from = 0;
        for (int at = spec.indexOf('%'); at >= 0; at = spec.indexOf('%', from)) {
            name.append(spec, from, at);
            from = end(spec, at, IN_DOMAINS);
            if (from < 0) {
                return Optional.empty();
            }
            Optional<String> value = value(spec.substring(at, from), own);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            name.append(value.get());
        }
        return Optional.of(
                shortened(OwnerName.canonical(name.append(spec.substring(from)).toString())));
    }

    private static Optional<String> value(String macro, String own) {
        return switch (macro) {
            case "%%" -> Optional.of("%");
            case "%_" -> Optional.of(" ");
            case "%-" -> Optional.of("%20");
            default -> "do".indexOf(Character.toLowerCase(macro.charAt(2))) < 0 ? Optional.empty() : of(macro, own);
        };
    }

    /** {@code %{d…}}, or {@code %{o…}}, of {@code own}: split, reversed, its right-hand parts, joined (RFC 7208 §7.3). */
    private static Optional<String> of(String macro, String own) {
        int digits = digitsEnd(macro, 3);
        boolean reversed = isReversal(macro, digits);
        String delimiters = macro.substring(reversed ? digits + 1 : digits, macro.length() - 1);
        List<String> parts = parts(own, delimiters.isEmpty() ? "." : delimiters);
        if (reversed) {
            Collections.reverse(parts);
        }
        int wanted = digits - 3 == 0 ? parts.size() : number(macro.substring(3, digits));
        return Optional.of(String.join(".", parts.subList(Math.max(0, parts.size() - wanted), parts.size())));
    }

    private static List<String> parts(String text, String delimiters) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || delimiters.indexOf(text.charAt(at)) >= 0) {
                parts.add(text.substring(start, at));
                start = at + 1;
            }
        }
        return parts;
    }

    /** The left side gives way (RFC 7208 §7.3). */
    private static String shortened(String name) {
        String rest = name;
        while (rest.length() > LONGEST_NAME && rest.indexOf('.') >= 0) {
            rest = OwnerName.parent(rest);
        }
        return rest;
    }

    /** The index after the macro that starts at {@code at}; -1 when there is none. */
    private static int end(String text, int at, String letters) {
        char next = charAt(text, at + 1);
        if (next == '%' || next == '_' || next == '-') {
            return at + 2;
        }
        if (next != '{' || letters.indexOf(Character.toLowerCase(charAt(text, at + 2))) < 0) {
            return -1;
        }
        int digits = digitsEnd(text, at + 3);
        boolean zero = digits > at + 3 && number(text.substring(at + 3, digits)) == 0;
        int end = isReversal(text, digits) ? digits + 1 : digits;
        while (DELIMITERS.indexOf(charAt(text, end)) >= 0) {
            end++;
        }
        return !zero && charAt(text, end) == '}' ? end + 1 : -1;
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (charAt(text, end) >= '0' && charAt(text, end) <= '9') {
            end++;
        }
        return end;
    }

    private static boolean isReversal(String text, int at) {
        return charAt(text, at) == 'r' || charAt(text, at) == 'R';
    }

    /** Not more than there can be labels. */
    private static int number(String digits) {
        int value = 0;
        for (int at = 0; at < digits.length() && value <= LONGEST_NAME; at++) {
            value = value * 10 + digits.charAt(at) - '0';
        }
        return value;
    }

    private static char charAt(String text, int at) {
        return at < text.length() ? text.charAt(at) : ' ';
    }
}
