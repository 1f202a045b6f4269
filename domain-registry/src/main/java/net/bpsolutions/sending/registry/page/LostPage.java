package net.bpsolutions.sending.registry.page;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.registry.words.Language;
import net.bpsolutions.sending.registry.words.Words;
import org.jboss.resteasy.reactive.RestResponse;

/** The page behind a link that leads nowhere: of one that never was and of one that was replaced, the same. */
@ApplicationScoped
public class LostPage {

    private final Template page;
    private final Words words;

    LostPage(@Location("setup-not-found.html") Template page, Words words) {
        this.page = page;
        this.words = words;
    }

    /** In a language. */
    public Uni<RestResponse<String>> in(Language language) {
        return page.data("words", words.pages(language))
                .createUni()
                .map(html -> PageAnswer.of(RestResponse.StatusCode.NOT_FOUND, html, language));
    }
}
