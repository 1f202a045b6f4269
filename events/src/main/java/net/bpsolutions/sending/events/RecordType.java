package net.bpsolutions.sending.events;

/** The RR types that a clinic is asked to publish. */
public enum RecordType {
    /** RFC 1035 §3.3.1. */
    CNAME,

    /** RFC 1035 §3.3.14. */
    TXT
}
