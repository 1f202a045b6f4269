package net.bpsolutions.sending.registry.registration;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is to be registered.
 *
 * @param clinicId the clinic
 * @param domain its domain, in any spelling
 * @param contactEmail whom to tell about it
 */
public record RegisterJson(
        @NotNull @ClinicId String clinicId,
        @NotNull @Size(max = 1000) String domain,
        @Nullable @Email @Size(max = 254) String contactEmail) {}
