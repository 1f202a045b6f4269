package net.bpsolutions.sending.gateway.mail;

/**
 * A display name and an address (RFC 5322 §3.4).
 *
 * @param name the display name, empty for none; one line
 * @param address the address
 */
public record Mailbox(String name, Address address) {

    /** @throws IllegalArgumentException when the name holds control characters */
    public Mailbox {
        if (ControlCharacters.inLine(name)) {
            throw new IllegalArgumentException("control character");
        }
    }

    /** Without a display name. */
    public static Mailbox of(Address address) {
        return new Mailbox("", address);
    }
}
