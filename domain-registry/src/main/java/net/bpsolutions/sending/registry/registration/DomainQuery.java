package net.bpsolutions.sending.registry.registration;

import jakarta.ws.rs.DefaultValue;
import java.util.Optional;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.registry.access.Caller;
import net.bpsolutions.sending.registry.entry.Doorkeeper;
import net.bpsolutions.sending.registry.paging.Cursor;
import net.bpsolutions.sending.registry.problem.InvalidRequestException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How a list of registrations is narrowed. */
public class DomainQuery {

    @RestQuery
    @Nullable @ClinicId
    String clinicId;

    @RestQuery
    @Parameter(schema = @Schema(implementation = DomainStatus.class))
    @Nullable String status;

    @RestQuery
    @Nullable String domain;

    @RestQuery
    @DefaultValue("false")
    @Parameter(description = "Only registrations that an operator has to look at.")
    boolean flagged;

    DomainFilter filter(@Nullable String cursor, Caller caller) {
        return new DomainFilter(
                caller.clinics(),
                Optional.ofNullable(clinicId),
                Optional.ofNullable(status).map(DomainQuery::status),
                Optional.ofNullable(domain).map(DomainQuery::domain),
                flagged,
                Cursor.decode(cursor, DomainQueries.LIST, Cursor::parse));
    }

    private static DomainStatus status(String value) {
        try {
            return DomainStatus.valueOf(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("status", "is not a status", e);
        }
    }

    private static DomainName domain(String typed) {
        return Doorkeeper.canonical(typed)
                .orElseThrow(() -> new InvalidRequestException("domain", "is not a domain name"));
    }
}
