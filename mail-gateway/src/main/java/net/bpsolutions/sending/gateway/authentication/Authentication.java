package net.bpsolutions.sending.gateway.authentication;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is known of a mail's origin. Domains only, never addresses: it is kept as evidence.
 *
 * @param spf the result of SPF
 * @param spfDomain the domain it is about; empty for none
 * @param signatures the DKIM signatures
 * @param dmarc the result of DMARC
 * @param aligned something passed that belongs to the author's domain: who answers the author does not write to a stranger
 */
public record Authentication(
        Verdict spf, String spfDomain, List<Signature> signatures, Verdict dmarc, boolean aligned) {

    /** Nothing was evaluated, or nothing could be. */
    public static final Authentication UNKNOWN =
            new Authentication(Verdict.TEMPERROR, "", List.of(), Verdict.TEMPERROR, false);

    /**
     * One DKIM signature.
     *
     * @param domain the signing domain
     */
    public record Signature(Verdict verdict, String domain) {}

    /** Takes a copy. */
    public Authentication {
        signatures = List.copyOf(signatures);
    }

    /** The results in the manner of RFC 8601, on one line. */
    public String summary() {
        String dkim = signatures.isEmpty()
                ? "dkim=none"
                : signatures.stream()
                        .map(signature -> "dkim=" + signature.verdict().word() + " (" + signature.domain() + ")")
                        .collect(Collectors.joining(" "));
        return "spf=" + spf.word() + (spfDomain.isEmpty() ? "" : " (" + spfDomain + ")") + " " + dkim + " dmarc="
                + dmarc.word();
    }
}
