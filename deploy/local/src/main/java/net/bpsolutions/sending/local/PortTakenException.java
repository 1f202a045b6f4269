package net.bpsolutions.sending.local;

/** A part cannot start because another process listens on its port. */
public final class PortTakenException extends RuntimeException {

    PortTakenException(int port, String purpose) {
        super("Port " + port + " (" + purpose + ") is taken by another process.");
    }
}
