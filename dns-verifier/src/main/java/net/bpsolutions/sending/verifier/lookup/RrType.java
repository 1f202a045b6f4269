package net.bpsolutions.sending.verifier.lookup;

/** The RR types that are asked for (RFC 1035, RFC 3596). */
public enum RrType {
    A,
    AAAA,
    CNAME,
    MX,
    NS,
    SOA,
    TXT
}
