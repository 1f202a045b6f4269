package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.registry.page.LostPage;
import net.bpsolutions.sending.registry.page.PageAnswer;
import net.bpsolutions.sending.registry.words.Language;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes HTML of setup pages. */
@ApplicationScoped
class Renderer {

    private final Template page;
    private final SetupPages pages;
    private final LostPage lost;

    Renderer(@Location("setup.html") Template page, SetupPages pages, LostPage lost) {
        this.page = page;
        this.pages = pages;
        this.lost = lost;
    }

    Uni<RestResponse<String>> page(int status, Story story, View view) {
        return page.data("page", pages.of(story, view))
                .createUni()
                .map(html -> PageAnswer.of(status, html, view.language()));
    }

    Uni<RestResponse<String>> notFound(Language language) {
        return lost.in(language);
    }
}
