package net.bpsolutions.sending.events;

/** The verdict on one expected record. */
public enum RecordState {
    /** As expected; findings are INFO or WARNING at most. */
    OK,

    /** Nothing at the owner name that could be the record. */
    MISSING,

    /** Something is there, but not what is expected. */
    WRONG,

    /** Several records, or data that must not stand together. */
    CONFLICT,

    /** Could not be determined; never moves a status. */
    UNKNOWN
}
