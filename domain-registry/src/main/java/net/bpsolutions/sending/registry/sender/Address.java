package net.bpsolutions.sending.registry.sender;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.entry.Doorkeeper;
import net.bpsolutions.sending.registry.problem.InvalidRequestException;

/**
 * A mail address (RFC 5321 §4.1.2).
 *
 * @param text as given
 * @param domain its domain
 */
record Address(String text, DomainName domain) {

    private static final Pattern SHAPE = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@([^\\s@\\p{Cntrl}]{1,255})");

    static Address parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw invalid();
        }
        return new Address(text, Doorkeeper.canonical(matcher.group(1)).orElseThrow(Address::invalid));
    }

    private static InvalidRequestException invalid() {
        return new InvalidRequestException("address", "is not a mail address");
    }
}
