package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Signing in with a token, and out. */
@Path("/console/session")
@Produces(MediaType.TEXT_HTML)
public class SessionResource {

    private final Template page;
    private final SignIn signIn;

    SessionResource(@Location("console/sign-in.html") Template page, SignIn signIn) {
        this.page = page;
        this.signIn = signIn;
    }

    /** Keeps the token in a cookie when it is an operator's. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> begin(
            @RestForm @DefaultValue("") String token,
            @RestForm @Nullable String to,
            @Context UriInfo address,
            @Context HttpHeaders headers) {
        String wanted = ConsolePath.wanted(to);
        return signIn.with(token).flatMap(outcome -> switch (outcome) {
            case SignIn.Outcome.Accepted(var good, var life) ->
                Uni.createFrom()
                        .item(Back.to(wanted)
                                .cookie(SessionCookie.of(good, life, isHttps(address, headers)))
                                .build());
            case SignIn.Outcome.NoOperator _ ->
                refused(
                        403,
                        "This token is valid, but it does not have the role \"operator\" for all clinics.",
                        wanted);
            case SignIn.Outcome.Invalid _ ->
                refused(401, "This is not a token that the registry trusts, or its time is over.", wanted);
        });
    }

    /** Forgets the token. */
    @POST
    @Path("/end")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> end(@Context UriInfo address, @Context HttpHeaders headers) {
        return Back.to(ConsolePath.START)
                .cookie(SessionCookie.gone(isHttps(address, headers)))
                .build();
    }

    private Uni<RestResponse<String>> refused(int status, String reason, String wanted) {
        return page.data("reason", reason, "to", wanted)
                .createUni()
                .map(html -> ResponseBuilder.<String>create(status)
                        .entity(html)
                        .type(MediaType.TEXT_HTML_TYPE)
                        .build());
    }

    /** As the browser sees it: before us, somebody may have taken the encryption off. */
    private static boolean isHttps(UriInfo address, HttpHeaders headers) {
        return Stream.of(
                        headers.getHeaderString("Origin"),
                        headers.getHeaderString("X-Forwarded-Proto"),
                        address.getBaseUri().getScheme())
                .anyMatch(sign -> sign != null && sign.startsWith("https"));
    }
}
