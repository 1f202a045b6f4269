package net.bpsolutions.sending.verifier.examination;

/** How a question is put. */
enum Manner {
    /** To an authoritative server: without RD. */
    ITERATIVE,

    /** To a resolver: with RD (RFC 1035 §4.1.1). */
    RECURSIVE,

    /** To a resolver, with RD and CD: whatever the signatures say (RFC 4035 §3.2.2). */
    CHECKING_DISABLED
}
