package net.bpsolutions.sending.events;

/** Why a check was asked for. */
public enum CheckReason {
    /** It was due. */
    SCHEDULED,

    /** A person or OMS asked. */
    ON_DEMAND,

    /** A receiver or the relay said that the sender is not authorised. */
    DELIVERY_FEEDBACK
}
