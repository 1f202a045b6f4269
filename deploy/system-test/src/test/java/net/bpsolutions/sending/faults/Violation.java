package net.bpsolutions.sending.faults;

/** Something that must never be, with the request it happened to. */
record Violation(Kind kind, String what) {

    /** Which promise is broken. */
    enum Kind {
        /** No terminal outcome, or accepted without having arrived. */
        LOST,

        /** A copy after one whose reply was given and heard, or two terminal outcomes. */
        DOUBLED,

        /** Copies of one mail differ in their Message-ID, or two mails share one. */
        MESSAGE_ID,

        /** A clinic's name where it may not stand, ours where the clinic's may, or replies to somebody else. */
        WRONG_NAME,

        /** Sent before or after its time, or in spite of a cancellation. */
        WRONG_TIME,

        /** It went to somebody else, or nobody asked for it. */
        WRONG_RECIPIENT,

        /** An end without a reason: refused by nobody, expired before its time, suppressed for no bounce. */
        UNFOUNDED,

        /** Ledger and outcomes tell different stories. */
        CONTRADICTION,

        /** A stop that took too long. */
        SLOW_STOP
    }
}
