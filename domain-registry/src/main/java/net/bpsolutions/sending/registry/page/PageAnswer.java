package net.bpsolutions.sending.registry.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import net.bpsolutions.sending.registry.words.Language;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A page as an answer: it says in which language it is, and that another reader may get another (RFC 9110 §8.5, §12.5.5). */
public final class PageAnswer {

    private PageAnswer() {}

    /** HTML with a status. */
    public static RestResponse<String> of(int status, String html, Language language) {
        return ResponseBuilder.<String>create(status)
                .entity(html)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_HTML + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
