package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import net.bpsolutions.sending.registry.page.PageAnswer;
import net.bpsolutions.sending.registry.preview.Preview;
import net.bpsolutions.sending.registry.preview.Previews;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The instructions for everyone. */
@Path("/guide")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "pages")
public class GuideResource {

    private static final int UNPROCESSABLE = 422;

    private final Template guide;
    private final GuidePages pages;
    private final Previews previews;

    GuideResource(@Location("guide.html") Template guide, GuidePages pages, Previews previews) {
        this.guide = guide;
        this.pages = pages;
        this.previews = previews;
    }

    /** How a clinic sets up its domain; with a domain, its name stands everywhere. Nothing of it is kept. */
    @GET
    @PermitAll
    @Operation(operationId = "guide", summary = "The instructions for everyone")
    public Uni<RestResponse<String>> show(@RestQuery @DefaultValue("") String domain, @BeanParam Request request) {
        return answer(RestResponse.StatusCode.OK, pages.of(domain, request.view()), request);
    }

    /** The same, with what is there now: DNS is asked once, and nothing is registered. */
    @POST
    @PermitAll
    @Operation(operationId = "guideCheck", summary = "The instructions, and what is there now")
    public Uni<RestResponse<String>> check(@BeanParam Request request, @Nullable String form) {
        String typed = Form.field(form, "domain");
        return pages.domain(typed)
                .map(domain -> previews.of(domain)
                        .flatMap(preview -> answer(status(preview), pages.of(domain, preview, request.view()), request)
                                .invoke(answer -> pause(preview, answer))))
                .orElseGet(() -> answer(UNPROCESSABLE, pages.of(typed, request.view()), request));
    }

    private Uni<RestResponse<String>> answer(int status, GuidePage page, Request request) {
        return guide.data("page", page).createUni().map(html -> PageAnswer.of(status, html, request.language()));
    }

    private static int status(Preview preview) {
        return switch (preview) {
            case Preview.Seen _ -> RestResponse.StatusCode.OK;
            case Preview.Silent _ -> RestResponse.StatusCode.GATEWAY_TIMEOUT;
            case Preview.Busy _ -> RestResponse.StatusCode.TOO_MANY_REQUESTS;
        };
    }

    private static void pause(Preview preview, RestResponse<String> answer) {
        if (preview instanceof Preview.Busy(var pause)) {
            answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, Math.max(1, pause.toSeconds() + 1));
        }
    }
}
