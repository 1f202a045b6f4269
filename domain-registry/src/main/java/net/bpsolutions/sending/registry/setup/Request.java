package net.bpsolutions.sending.registry.setup;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import net.bpsolutions.sending.registry.words.Language;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a browser says about how it wants a page; whatever cannot be understood is passed over. */
public class Request {

    @RestHeader(HttpHeaders.ACCEPT_LANGUAGE)
    @Nullable String accepted;

    @RestQuery
    @Nullable String lang;

    @RestQuery
    @Nullable String host;

    @RestQuery
    @Nullable String asked;

    View view() {
        Language language = language();
        return new View(language, language.tag().equals(lang), host, askedAt(), Optional.empty());
    }

    Language language() {
        return Language.of(lang, accepted);
    }

    private Optional<Instant> askedAt() {
        try {
            return Optional.ofNullable(asked).map(Long::valueOf).map(Instant::ofEpochMilli);
        } catch (NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
