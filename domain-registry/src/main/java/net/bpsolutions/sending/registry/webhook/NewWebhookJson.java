package net.bpsolutions.sending.registry.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import net.bpsolutions.sending.registry.registration.ClinicId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where to tell sender-status.
 *
 * @param url an https address on the public internet
 * @param description for people
 * @param clinics whose domains to tell of; all that the caller may see when absent
 */
public record NewWebhookJson(
        @NotNull @Size(max = 2000) @Schema(format = "uri", examples = "https://hooks.example.com/sending")
        String url,

        @Nullable @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*", message = "must not hold control characters") String description,

        @Nullable @Size(min = 1, max = 1000) Set<@NotNull @ClinicId String> clinics) {}
