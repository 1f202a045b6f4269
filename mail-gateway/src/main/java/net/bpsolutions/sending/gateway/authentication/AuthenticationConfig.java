package net.bpsolutions.sending.gateway.authentication;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Evaluating SPF, DKIM and DMARC of what comes in. */
public interface AuthenticationConfig {

    /** The resolvers to ask, ip:port separated by commas; the machine's own when absent. Variable: DNS_SERVERS. */
    Optional<List<@Pattern(regexp = "([0-9.]+|\\[[0-9a-fA-F:.]+\\]):[0-9]{1,5}") String>> resolvers();

    /** How long one question to DNS may take, repetitions included. */
    @WithDefault("1s")
    @DurationMin(millis = 10)
    @DurationMax(seconds = 30)
    Duration questionTimeout();

    /** How long all questions about one mail may take, which its sender waits for; what is not known by then is temperror. */
    @WithDefault("2s")
    @DurationMin(millis = 10)
    @DurationMax(seconds = 30)
    Duration timeout();
}
