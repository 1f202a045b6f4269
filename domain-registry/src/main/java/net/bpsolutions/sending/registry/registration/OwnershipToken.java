package net.bpsolutions.sending.registry.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.RecordType;

/**
 * A TXT record by which a registration proves its ownership. Name and value are of this registration alone, so that
 * nobody who reads the zone learns of another claim.
 *
 * @param name the owner name, not longer than that of a DKIM selector
 * @param value 160 bits that nobody can guess
 */
public record OwnershipToken(String name, String value) {

    private static final int LABEL = 11;
    private static final int SECRET = 32;
    private static final int RADIX = 32;

    /** Derived from the first token of the setup page, which is as secret and as old as the registration. */
    static OwnershipToken of(String seed, DomainName domain) {
        String digits = digits("ownership/" + seed + "/" + domain);
        return new OwnershipToken(
                "_bp-" + digits.substring(0, LABEL) + "." + domain,
                "blueprint-domain-verification=" + digits.substring(LABEL, LABEL + SECRET));
    }

    /** The record, as the verifier is asked for it. */
    public ExpectedRecord expected(boolean required) {
        return new ExpectedRecord(Purpose.OWNERSHIP, RecordType.TXT, name, value, required);
    }

    boolean isShownBy(List<RecordCheck> verdicts) {
        return verdicts.stream()
                .anyMatch(check -> check.purpose() == Purpose.OWNERSHIP
                        && check.name().equals(name)
                        && check.state() == RecordState.OK
                        && check.found().contains(value));
    }

    private static String digits(String seed) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(UTF_8));
            // A leading 1 keeps the leading zeros; 52 digits follow it.
            return new BigInteger(1, hash).setBit(260).toString(RADIX).substring(1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
