package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import net.bpsolutions.sending.registry.words.Language;
import net.bpsolutions.sending.registry.words.Words;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Makes HTML of setup pages. */
@ApplicationScoped
class Renderer {

    private final Template page;
    private final Template notFound;
    private final SetupPages pages;
    private final Words words;

    Renderer(
            @Location("setup.html") Template page,
            @Location("setup-not-found.html") Template notFound,
            SetupPages pages,
            Words words) {
        this.page = page;
        this.notFound = notFound;
        this.pages = pages;
        this.words = words;
    }

    Uni<RestResponse<String>> page(int status, Story story, View view) {
        return page.data("page", pages.of(story, view)).createUni().map(html -> answer(status, html, view.language()));
    }

    /** Of a link that never was and of one that was replaced, the same. */
    Uni<RestResponse<String>> notFound(Language language) {
        return notFound.data("words", words.pages(language))
                .createUni()
                .map(html -> answer(RestResponse.StatusCode.NOT_FOUND, html, language));
    }

    static RestResponse<String> answer(int status, String html, Language language) {
        return ResponseBuilder.<String>create(status)
                .entity(html)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_HTML + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
