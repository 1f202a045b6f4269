package net.bpsolutions.sending.registry.notice;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import net.bpsolutions.sending.registry.notice.Preferences.Preference;
import net.bpsolutions.sending.registry.page.LostPage;
import net.bpsolutions.sending.registry.page.PageAnswer;
import net.bpsolutions.sending.registry.words.Language;
import net.bpsolutions.sending.registry.words.Words;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where the contact says that it wants no more mails; a look changes nothing, for programs look at links, too. */
@Path("/setup/{token}/notices")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "pages")
public class NoticesResource {

    private final Template page;
    private final LostPage lost;
    private final Preferences preferences;
    private final Words words;

    NoticesResource(@Location("notices.html") Template page, LostPage lost, Preferences preferences, Words words) {
        this.page = page;
        this.lost = lost;
        this.preferences = preferences;
        this.words = words;
    }

    /** Asks. */
    @GET
    @PermitAll
    @Operation(operationId = "noticesPage", summary = "Asks whether the contact wants no more mails about the domain")
    public Uni<RestResponse<String>> ask(
            @RestPath String token, @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        return preferences.of(token).flatMap(found -> show(found, false, Language.of(null, accepted)));
    }

    /** Does it. What is said stands in the address: a body is not read, so that none can be of a wrong form. */
    @POST
    @PermitAll
    @Operation(operationId = "setNotices", summary = "No more mails about the domain, or mails again")
    public Uni<RestResponse<String>> set(
            @RestPath String token,
            @RestQuery @DefaultValue("off") String notices,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        return preferences
                .set(token, !notices.equals("on"))
                .flatMap(found -> show(found, true, Language.of(null, accepted)));
    }

    private Uni<RestResponse<String>> show(Optional<Preference> found, boolean changed, Language language) {
        return found.map(known -> page.data("words", words.pages(language))
                        .data("domain", known.domain())
                        .data("refused", known.refused())
                        .data("changed", changed)
                        .createUni()
                        .map(html -> PageAnswer.of(RestResponse.StatusCode.OK, html, language)))
                .orElseGet(() -> lost.in(language));
    }
}
