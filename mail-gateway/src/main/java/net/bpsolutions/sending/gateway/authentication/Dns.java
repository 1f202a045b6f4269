package net.bpsolutions.sending.gateway.authentication;

/** Asks DNS. May wait; not for the event loop. */
@FunctionalInterface
interface Dns {

    /** The types that authentication asks for. */
    enum Type {
        A,
        AAAA,
        MX,
        PTR,
        TXT
    }

    /**
     * Asks.
     *
     * @param name absolute, with or without a dot at its end
     */
    Lookup lookup(String name, Type type);
}
