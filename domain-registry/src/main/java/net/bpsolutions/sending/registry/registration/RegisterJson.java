package net.bpsolutions.sending.registry.registration;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be registered.
 *
 * @param clinicId the clinic
 * @param domain its domain, in any spelling
 * @param contactEmail whom to tell about it
 */
public record RegisterJson(
        @NotNull @ClinicId @Schema(examples = "clinic-42") String clinicId,

        @NotNull @Size(max = 1000) @Schema(examples = "myhearingclinic.com")
        String domain,

        @Nullable @Email @Size(max = 254) @Schema(format = "email", examples = "owner@myhearingclinic.com")
        String contactEmail) {}
