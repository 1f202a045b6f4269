package net.bpsolutions.sending.gateway.inbound;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;
import net.bpsolutions.sending.events.DomainName;

/**
 * The one mailbox of a header From (RFC 5322 §3.6.2), in a form that can safely be written to.
 *
 * @param localPart a dot-atom of ASCII
 * @param domain the domain in A-labels
 */
public record Author(String localPart, DomainName domain) {

    private static final Pattern DOT_ATOM =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final int MAX_LOCAL_PART = 64;

    /** @throws IllegalArgumentException when the local part is not a dot-atom of 64 octets at most */
    public Author {
        if (localPart.length() > MAX_LOCAL_PART || !DOT_ATOM.matcher(localPart).matches()) {
            throw new IllegalArgumentException("not a dot-atom");
        }
    }

    /** Empty when there is no such address. */
    static Optional<Author> of(String localPart, String domain) {
        try {
            return Optional.of(new Author(localPart, new DomainName(IDN.toASCII(domain))));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The addr-spec. */
    public String address() {
        return localPart + "@" + domain;
    }
}
