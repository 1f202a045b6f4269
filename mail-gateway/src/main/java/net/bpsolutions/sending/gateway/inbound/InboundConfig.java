package net.bpsolutions.sending.gateway.inbound;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The receiving SMTP server. */
public interface InboundConfig {

    /** Whether the server listens at all; a mailbox may be polled instead. Variable: INBOUND_SMTP_ENABLED. */
    @WithDefault("true")
    boolean enabled();

    /** Address to listen on. Variable: INBOUND_SMTP_HOST. */
    @WithDefault("0.0.0.0")
    String host();

    /** Port to listen on; 0 takes any free one. Variable: INBOUND_SMTP_PORT. */
    @WithDefault("2525")
    @Min(0) @Max(65535) int port();

    /** The name in the greeting. */
    @WithDefault("mail-gateway")
    String hostname();

    /** STARTTLS. */
    InboundTlsConfig tls();

    /**
     * Load balancers that announce their clients by the PROXY protocol (version 1 or 2), addresses or ranges separated by
     * commas. When there are any, nobody else may connect. Variable: INBOUND_PROXIES.
     */
    Optional<List<@Pattern(regexp = "[0-9a-fA-F.:]+(/[0-9]{1,3})?") String>> proxies();

    /** Octets of one mail; larger ones are refused with 552. Replies may have photographs in them. */
    @WithDefault("10485760")
    @Min(65_536) @Max(33_554_432) int maxMessageSize();

    /** Octets of all mails that are on their way in at the same time; what would be more hears 452. */
    @WithDefault("33554432")
    @Min(1_048_576) @Max(4_294_967_296L) long maxHeld();

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
    @WithDefault("256")
    @Min(1) @Max(10_000) int maxConnections();

    /** Connections of one client (an IPv4 address, or an IPv6 /64) at the same time. */
    @WithDefault("50")
    @Min(1) @Max(10_000) int maxConnectionsPerAddress();

    /** Silence of a client until its connection is closed; five minutes is what RFC 5321 §4.5.3.2.7 asks for. */
    @WithDefault("5m")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration idleTimeout();

    /** The same while more than half of all connections are taken. */
    @WithDefault("10s")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration crowdedIdleTimeout();

    /** The whole life of a connection, against clients that send an octet now and then. */
    @WithDefault("10m")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration sessionTimeout();

    /** How long taking over one mail may last until the client hears 451. */
    @WithDefault("20s")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 1)
    Duration processingTimeout();
}
