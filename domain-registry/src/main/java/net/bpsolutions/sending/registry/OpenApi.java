package net.bpsolutions.sending.registry;

import jakarta.ws.rs.core.Application;
import net.bpsolutions.sending.registry.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The API's own description. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Sending Domains: domain registry",
                        version = "1",
                        description = "Takes clinics from owning a domain to sending reminders under it."
                                + " Errors are problem details (RFC 9457); lists page by cursor."),
        components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)),
        tags = {
            @Tag(name = "domains", description = "Registrations of domains by clinics"),
            @Tag(name = "clinics", description = "Clinics with a provider account of their own"),
            @Tag(name = "senders", description = "What a mail would look like now"),
            @Tag(name = "webhooks", description = "Being told of changes without Kafka"),
            @Tag(name = "operator", description = "For operators"),
            @Tag(name = "pages", description = "Pages for people")
        })
public class OpenApi extends Application {}
