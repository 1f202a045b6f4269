package net.bpsolutions.sending.gateway.inbound;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.AssertTrue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** STARTTLS of the receiving SMTP server; not offered while there is no certificate. */
public interface InboundTlsConfig {

    /** The certificate with its chain, PEM. Variable: INBOUND_TLS_CERTIFICATE. */
    Optional<Path> certificate();

    /** Its private key, PEM, PKCS #8. Variable: INBOUND_TLS_KEY. */
    Optional<Path> key();

    /** How often the files are looked at; what has changed holds for the next TLS session. */
    @WithDefault("1m")
    @DurationMin(millis = 10)
    @DurationMax(days = 1)
    Duration recheck();

    /** Half of it is a mistake. */
    @AssertTrue(message = "certificate and key come together") default boolean isWhole() {
        return certificate().isPresent() == key().isPresent();
    }
}
