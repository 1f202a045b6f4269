package net.bpsolutions.sending.gateway.challenge;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The verification message and its key. */
public interface ChallengeConfig {

    /** How long a key can be redeemed. */
    @WithDefault("7d")
    @DurationMin(seconds = 1)
    @DurationMax(days = 30)
    Duration validity();

    /** Wrong keys for a domain until the open challenge is void and a new one is needed. */
    @WithDefault("5")
    @Min(1) @Max(100) int maxWrongTries();

    /** Messages for one domain within an hour when a mail asks for them. */
    @WithDefault("1")
    @Min(1) @Max(100) int maxPerHour();

    /** Messages within a day: for one domain when a mail asks, for one registration when OMS or the setup page does. */
    @WithDefault("5")
    @Min(1) @Max(1000) int maxPerDay();

    /** Answers to one address within a day; only that a domain is verified is told beyond them. */
    @WithDefault("10")
    @Min(1) @Max(1000) int maxAnswersPerDay();

    /** Where the browser of the clinic reaches this service, without a slash at the end. Variable: GATEWAY_PUBLIC_URL. */
    @WithDefault("http://localhost:8082")
    @Pattern(regexp = "https?://[^\\s/?#]+(/[^\\s?#]*[^\\s/?#])?")
    String publicUrl();

    /** The name of the product that asks, as the clinic knows it. */
    @WithDefault("Blueprint OMS")
    String productName();
}
