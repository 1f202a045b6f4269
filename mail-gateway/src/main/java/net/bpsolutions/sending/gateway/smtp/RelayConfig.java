package net.bpsolutions.sending.gateway.smtp;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The relay that takes our mail. */
public interface RelayConfig {

    /** Host name; it must match the certificate. Variable: RELAY_HOST. */
    @WithDefault("localhost")
    String host();

    /** Variable: RELAY_PORT. */
    @WithDefault("1025")
    @Min(1) @Max(65535) int port();

    /** How the connection is protected. Variable: RELAY_TLS. */
    @WithDefault("none")
    Tls tls();

    /** Without it there is no authentication. Variable: RELAY_USERNAME. */
    Optional<String> username();

    /** Variable: RELAY_PASSWORD. */
    Optional<String> password();

    /** The name in EHLO; by default the machine's. Variable: RELAY_EHLO_NAME. */
    Optional<String> ehloName();

    /** Connections at the same time, and mails under way. */
    @WithDefault("10")
    @Min(1) @Max(1000) int connections();

    /** Until a connection must stand. */
    @WithDefault("10s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 1)
    Duration connectTimeout();

    /** Silence of the relay until its connection is closed. */
    @WithDefault("30s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration idleTimeout();

    /** For a whole attempt; its lease is renewed meanwhile. */
    @WithDefault("60s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 15)
    Duration attemptTimeout();

    /** Protection of the connection. */
    enum Tls {
        /** In the clear: for a relay on this machine. */
        NONE,
        /** Required, never merely tried (RFC 3207). */
        STARTTLS,
        /** From the first octet (RFC 8314 §3.3). */
        TLS
    }
}
