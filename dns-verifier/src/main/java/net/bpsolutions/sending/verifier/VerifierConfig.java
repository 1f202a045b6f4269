package net.bpsolutions.sending.verifier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Everything that can be set. Durations are ISO-8601 ({@code PT1.5S}). */
@ConfigMapping(prefix = "verifier")
public interface VerifierConfig {

    /**
     * The resolvers to ask, {@code ip:port,ip:port} with IPv6 addresses in brackets ({@code DNS_SERVERS}). Absent: the
     * machine's own.
     */
    Optional<List<@WithConverter(ServerAddressConverter.class) ServerAddress>> resolvers();

    /**
     * The port on which name servers found by NS records are asked ({@code DNS_AUTHORITATIVE_PORT}); other than 53 only
     * where a test has its own name servers. Only then are they asked at private and loopback addresses, too.
     */
    @WithDefault("53")
    @Min(1) @Max(65535) int authoritativePort();

    /** How many checks run at a time, from each of the two topics; one that hangs holds one place only. */
    @WithDefault("64")
    @Min(1) @Max(1000) int inFlight();

    /** When a check ends whatever the servers do; what is not known by then is UNKNOWN. At most 10 s. */
    @WithDefault("PT9S")
    @DurationMin(seconds = 1)
    @DurationMax(seconds = 10)
    Duration deadline();

    /**
     * Selectors at which former instructions had a DKIM key put as TXT, separated by commas ({@code DKIM_LEGACY_SELECTORS});
     * a key that is still there is told of. May be empty.
     */
    @WithDefault("mandrill")
    Optional<List<@Pattern(regexp = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?") String>> legacySelectors();

    /** The first tier. */
    QuickLook quickLook();

    /** The second tier. */
    Examination examination();

    /** The quick look, through the configured resolvers. */
    interface QuickLook {

        /** How many questions may be under way at a time; beyond what sockets hold, packets are only lost. */
        @WithDefault("256")
        @Min(1) @Max(2000) int inFlight();

        /** How long a resolver may take to answer one question. */
        @WithDefault("PT1S")
        @DurationMin(millis = 50)
        @DurationMax(seconds = 5)
        Duration timeout();

        /** How often a question is asked again, each time of the next resolver. */
        @WithDefault("1")
        @Min(0) @Max(5) int retries();
    }

    /** The examination, at the authoritative servers. */
    interface Examination {

        /**
         * How long a server may take to answer one question, all tries together; TCP after truncation gets as much
         * again, and a resolver, which has to ask others, twice as much. When other servers of the zone have answered,
         * one that is silent is waited for half of it.
         */
        @WithDefault("PT1.5S")
        @DurationMin(millis = 50)
        @DurationMax(seconds = 5)
        Duration timeout();

        /** How often a question is repeated within that time, each time from another port. */
        @WithDefault("2")
        @Min(0) @Max(5) int retries();
    }
}
