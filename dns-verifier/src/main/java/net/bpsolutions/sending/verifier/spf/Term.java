package net.bpsolutions.sending.verifier.spf;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One term of an SPF record (RFC 7208 §4.6.1).
 *
 * @param text as written
 * @param position of its first character in the record, counted from 1
 */
record Term(String text, int position) {

    private static final Pattern DOMAIN = Pattern.compile("(?:[!-~&&[^:/%]]|%\\{[^}]+}|%[%_-])+");
    private static final Pattern CIDR =
            Pattern.compile("(?:/(?:[12]?\\d|3[0-2]))?(?://(?:\\d{1,2}|1[01]\\d|12[0-8]))?");
    private static final Pattern MODIFIER = Pattern.compile("(?<name>[A-Za-z][A-Za-z0-9_.-]*)=(?<value>.*)");
    private static final Pattern MECHANISM =
            Pattern.compile("(?<qualifier>[+?~-]?)(?<name>[A-Za-z0-9]+)(?<rest>[:/].*)?");
    private static final Pattern IP4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!/|$)|(?=/|$))){4}(?:/(?:[12]?\\d|3[0-2]))?");
    private static final Pattern IP6 = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:.]+(?:/(?:\\d{1,2}|1[01]\\d|12[0-8]))?");

    boolean isModifier() {
        return MODIFIER.matcher(text).matches();
    }

    boolean isRedirect() {
        return text.toLowerCase(Locale.ROOT).startsWith("redirect=");
    }

    boolean isAll() {
        return name().equals("all");
    }

    /** {@code +all}, or {@code all} without a qualifier: everybody passes. */
    boolean allowsAll() {
        return isAll() && (text.startsWith("+") || text.length() == 3);
    }

    /** Whether it is an {@code include} of exactly that domain, and lets it pass. */
    boolean includes(String domain) {
        String bare = text.startsWith("+") ? text.substring(1) : text;
        return bare.equalsIgnoreCase("include:" + domain) || bare.equalsIgnoreCase("include:" + domain + ".");
    }

    /** The name of the mechanism in lower case; empty for a modifier and for what is neither. */
    String name() {
        Matcher mechanism = MECHANISM.matcher(text);
        return mechanism.matches() && !isModifier() ? mechanism.group("name").toLowerCase(Locale.ROOT) : "";
    }

    boolean isValid() {
        Matcher modifier = MODIFIER.matcher(text);
        if (modifier.matches()) {
            return !modifier.group("value").isEmpty() || !isRedirect();
        }
        Matcher mechanism = MECHANISM.matcher(text);
        return mechanism.matches() && isValid(name(), mechanism.group("rest") == null ? "" : mechanism.group("rest"));
    }

    private static boolean isValid(String mechanism, String rest) {
        return switch (mechanism) {
            case "all" -> rest.isEmpty();
            case "include", "exists" -> rest.startsWith(":") && isDomain(rest.substring(1));
            case "ptr" -> rest.isEmpty() || (rest.startsWith(":") && isDomain(rest.substring(1)));
            case "a", "mx" -> isOptionalDomainWithLength(rest);
            case "ip4" -> rest.startsWith(":") && IP4.matcher(rest.substring(1)).matches();
            case "ip6" -> rest.startsWith(":") && IP6.matcher(rest.substring(1)).matches();
            default -> false;
        };
    }

    private static boolean isOptionalDomainWithLength(String rest) {
        int slash = rest.indexOf('/');
        String domain = slash < 0 ? rest : rest.substring(0, slash);
        String length = slash < 0 ? "" : rest.substring(slash);
        return CIDR.matcher(length).matches()
                && (domain.isEmpty() || (domain.startsWith(":") && isDomain(domain.substring(1))));
    }

    /** A domain has two labels, or ends in a macro (RFC 7208 §7.1). */
    private static boolean isDomain(String spec) {
        return DOMAIN.matcher(spec).matches() && (spec.endsWith("}") || spec.indexOf('.') > 0);
    }
}
