package net.bpsolutions.sending.registry;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** The API's own description. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Sending Domains: domain registry",
                        version = "1",
                        description = "Takes clinics from owning a domain to sending reminders under it."
                                + " Errors are problem details (RFC 9457); lists page by cursor."))
public class OpenApi extends Application {}
