package net.bpsolutions.sending.gateway.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What producers may ask for. */
public interface IntakeConfig {

    /** The largest send request, as JSON. The broker's {@code message.max.bytes} is a limit of its own. Variable: MAX_REQUEST_SIZE. */
    @WithDefault("10M")
    MemorySize maxRequestSize();

    /** How far ahead {@code sendAt} may be. */
    @WithDefault("366d")
    @DurationMin(seconds = 1)
    @DurationMax(days = 366)
    Duration maxDelay();

    /** Recipients of one request. */
    @WithDefault("50")
    @Min(1) @Max(1000) int maxRecipients();
}
