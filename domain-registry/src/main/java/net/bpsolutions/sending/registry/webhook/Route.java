package net.bpsolutions.sending.registry.webhook;

/** Whether a target can be reached, decided from one look-up: the address that was judged is the one connected to. */
sealed interface Route {

    /** By this address. */
    record To(String address) implements Route {}

    /** It has an address that is not public. */
    record Inside() implements Route {}

    /** It has no address, at the moment at least. */
    record Nowhere() implements Route {}
}
