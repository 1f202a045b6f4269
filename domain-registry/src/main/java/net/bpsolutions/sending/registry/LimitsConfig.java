package net.bpsolutions.sending.registry;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How often a thing may be asked for. */
public interface LimitsConfig {
    /** "Check now" per hour, clinic and domain; as many checks of a domain leave, whoever asked. */
    @WithDefault("10")
    @Min(1) int checksPerHour();

    /** Checks per hour and domain that mail feedback may cause. */
    @WithDefault("2")
    @Min(0) int feedbackChecksPerHour();

    /** Verification messages per hour, clinic and domain; five times as many for all clinics together. */
    @WithDefault("10")
    @Min(1) int challengesPerHour();

    /** Calls of one caller. */
    Requests requests();

    /** Calls of one caller, counted by each replica for itself. */
    interface Requests {

        /** Calls within the window, of a caller that may see every clinic. */
        @WithDefault("300000")
        @Min(1) @Max(1_000_000_000) int perCaller();

        /** Calls within the window, of a caller whose token is for some clinics. */
        @WithDefault("6000")
        @Min(1) @Max(1_000_000_000) int perClinicCaller();

        /** The window. */
        @WithDefault("1m")
        @DurationMin(seconds = 1)
        @DurationMax(hours = 1)
        Duration window();
    }
}
