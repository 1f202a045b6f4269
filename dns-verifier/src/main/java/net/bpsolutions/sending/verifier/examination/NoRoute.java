package net.bpsolutions.sending.verifier.examination;

import java.io.IOException;

/** This machine has no way to the server, an IPv6 one most often: nothing was sent, and nothing is known of the server. */
final class NoRoute extends IOException {

    private static final long serialVersionUID = 1L;

    NoRoute(Throwable cause) {
        super(cause);
    }
}
