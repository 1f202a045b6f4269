package net.bpsolutions.sending.events;

/** How much a finding matters. */
public enum Severity {
    /** Worth knowing. */
    INFO,

    /** Works now, but is fragile or discouraged. */
    WARNING,

    /** Keeps the record from being OK. */
    ERROR
}
