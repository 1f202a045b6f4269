package net.bpsolutions.sending.gateway.inbound;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The receiving SMTP server. */
public interface InboundConfig {

    /** Address to listen on. Variable: INBOUND_SMTP_HOST. */
    @WithDefault("0.0.0.0")
    String host();

    /** Port to listen on; 0 takes any free one. Variable: INBOUND_SMTP_PORT. */
    @WithDefault("2525")
    @Min(0) @Max(65535) int port();

    /** The name in the greeting. */
    @WithDefault("mail-gateway")
    String hostname();

    /** Octets of one mail; larger ones are refused with 552. A forwarded verification message has a few thousand. */
    @WithDefault("1048576")
    @Min(65_536) @Max(33_554_432) int maxMessageSize();

    /** Recipients of one mail. */
    @WithDefault("10")
    @Min(1) @Max(1000) int maxRecipients();

    /** Octets of one line of content. RFC 5321 grants 998; some mail programs send more. */
    @WithDefault("8192")
    @Min(998) @Max(1_048_576) int maxLineLength();

    /** Refused commands until the connection is closed. */
    @WithDefault("10")
    @Min(1) @Max(1000) int maxErrors();

    /** Connections at the same time; the next one hears 421. */
    @WithDefault("64")
    @Min(1) @Max(10_000) int maxConnections();

    /** Silence of a client until its connection is closed. */
    @WithDefault("60s")
    Duration idleTimeout();

    /** The whole life of a connection, against clients that send an octet now and then. */
    @WithDefault("10m")
    Duration sessionTimeout();

    /** How long taking over one mail may last until the client hears 451. */
    @WithDefault("20s")
    Duration processingTimeout();
}
