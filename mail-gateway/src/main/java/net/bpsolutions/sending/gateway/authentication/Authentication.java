package net.bpsolutions.sending.gateway.authentication;

import java.util.Comparator;
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
    public record Signature(Verdict verdict, String domain) {

        /** Keeps no text of a stranger that is no name. */
        public Signature {
            domain = Names.valid(domain);
        }
    }

    /** More than these tell nobody anything; strangers write as many as they like. */
    private static final int MAX_SIGNATURES = 5;

    private static final int MAX_SUMMARY = 500;

    /** Takes a copy of as many signatures as are worth keeping, those that passed first. */
    public Authentication {
        spfDomain = Names.valid(spfDomain);
        signatures = signatures.stream()
                .sorted(Comparator.comparing(signature -> signature.verdict() != Verdict.PASS))
                .limit(MAX_SIGNATURES)
                .toList();
    }

    /** The results in the manner of RFC 8601, on one line of at most 500 characters. */
    public String summary() {
        String whole = results();
        return whole.length() > MAX_SUMMARY ? whole.substring(0, MAX_SUMMARY) : whole;
    }

    private String results() {
        String dkim = signatures.isEmpty()
                ? "dkim=none"
                : signatures.stream()
                        .map(signature -> "dkim=" + signature.verdict().word() + " (" + signature.domain() + ")")
                        .collect(Collectors.joining(" "));
        return "spf=" + spf.word() + (spfDomain.isEmpty() ? "" : " (" + spfDomain + ")") + " " + dkim + " dmarc="
                + dmarc.word();
    }
}
