package net.bpsolutions.sending.registry.registration;

/** Why an operator has to look at a registration before it can be verified. */
public enum Flag {
    /** The name mixes scripts or can be mistaken for another (UTS 39). */
    LOOK_ALIKE
}
