package net.bpsolutions.sending.gateway.smtp;

import java.util.Optional;

/**
 * A relay, and who we are there.
 *
 * @param host its name, which the certificate must bear
 * @param port its port
 * @param tls how the connection is protected
 * @param login without it there is no authentication
 */
public record Account(String host, int port, RelayConfig.Tls tls, Optional<Login> login) {

    /**
     * User name and password (RFC 4954).
     *
     * @param username as the relay knows us
     * @param password never shown
     */
    public record Login(String username, String password) {

        @Override
        public String toString() {
            return "Login[…]";
        }
    }

    /** The relay for everybody. */
    public static Account shared(RelayConfig relay) {
        return new Account(
                relay.host(),
                relay.port(),
                relay.tls(),
                relay.username().map(name -> new Login(name, relay.password().orElse(""))));
    }
}
