package net.bpsolutions.sending.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A domain name in canonical form: A-labels, lower case, no trailing dot, two labels at least (RFC 1034 §3.5, RFC 5890).
 *
 * <p>The owner name of a record ({@code mte1._domainkey.example.com}) is not a {@code DomainName}: underscores are legal
 * there.
 *
 * @param value the canonical form, at most 253 characters
 */
public record DomainName(@JsonValue String value) {

    private static final int MAX_LENGTH = 253;
    private static final String LABEL = "(?!-)[a-z0-9-]{1,63}+(?<!-)";
    private static final Pattern LDH_LABELS = Pattern.compile("(?:" + LABEL + "\\.)++(?![0-9]++$)" + LABEL);

    /** @throws IllegalArgumentException when {@code value} is not a domain name; U-labels must be converted before */
    @JsonCreator
    public DomainName {
        value = canonical(value);
    }

    private static String canonical(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        if (name.length() > MAX_LENGTH || !LDH_LABELS.matcher(name).matches()) {
            throw new IllegalArgumentException("not a domain name");
        }
        return name;
    }

    @Override
    public String toString() {
        return value;
    }
}
