package net.bpsolutions.sending.registry.entry;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that are never looked up in the public DNS (IANA's special-use registry: RFC 6761, 6762, 7686, 8375, 9476; ICANN's
 * {@code internal}; what leaks from private networks), and addresses.
 */
final class SpecialUse {

    private static final Set<String> TOPS = Set.of(
            "alt",
            "arpa",
            "corp",
            "example",
            "home",
            "internal",
            "invalid",
            "lan",
            "local",
            "localdomain",
            "localhost",
            "mail",
            "onion",
            "test");
    private static final Pattern IPV4 = Pattern.compile("[0-9]+(?:\\.[0-9]+){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[?[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*(?:%\\w+)?]?");

    private SpecialUse() {}

    static boolean isAddress(String typed) {
        return IPV4.matcher(typed).matches() || IPV6.matcher(typed).matches();
    }

    /** {@code example.com} and the like are among IANA's, but work as any other domain does. */
    static boolean isReserved(String labels, Set<String> allowed) {
        String top = labels.substring(labels.lastIndexOf('.') + 1);
        return TOPS.contains(top) && !allowed.contains(top);
    }
}
