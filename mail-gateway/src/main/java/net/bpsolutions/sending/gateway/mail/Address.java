package net.bpsolutions.sending.gateway.mail;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.IDN;
import java.util.regex.Pattern;
import net.bpsolutions.sending.events.DomainName;

/**
 * An address that every relay understands: an ASCII dot-atom of at most 64 octets, {@code @}, a domain name (RFC 5321
 * §4.1.2). U-labels become A-labels, the domain lower case; quoted local parts and address literals are refused.
 *
 * @param value the addr-spec, at most 254 octets
 */
public record Address(@JsonValue String value) {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_PART = 64;
    private static final Pattern DOT_ATOM =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");

    /** @throws IllegalArgumentException when it is not such an address; the message does not repeat it */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Address {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("address too long");
        }
        int at = value.lastIndexOf('@');
        String localPart = value.substring(0, Math.max(at, 0));
        if (localPart.length() > MAX_LOCAL_PART || !DOT_ATOM.matcher(localPart).matches()) {
            throw new IllegalArgumentException("not an address");
        }
        value = localPart + "@" + new DomainName(aLabels(value.substring(at + 1)));
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("address too long");
        }
    }

    /** Some letters become eighteen; what the library says of a label that grew too long is no refusal, but a fault. */
    private static String aLabels(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (RuntimeException notConvertible) {
            // Without its cause, which repeats the input.
            throw new IllegalArgumentException("not a domain name");
        }
    }

    /** The part after the {@code @}. */
    public DomainName domain() {
        return new DomainName(value.substring(value.lastIndexOf('@') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
