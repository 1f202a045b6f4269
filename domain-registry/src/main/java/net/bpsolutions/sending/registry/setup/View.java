package net.bpsolutions.sending.registry.setup;

import java.time.Instant;
import java.util.Optional;
import net.bpsolutions.sending.registry.words.Language;
import org.jspecify.annotations.Nullable;

/**
 * How somebody looks at the page.
 *
 * @param language in which language
 * @param explicit whether the language was asked for by name, so that links must keep it
 * @param keeper the DNS host that was chosen
 * @param askedAt when a check was asked for, if one was
 * @param notice what to say on top, if anything
 */
record View(
        Language language,
        boolean explicit,
        @Nullable String keeper,
        Optional<Instant> askedAt,
        Optional<Notice> notice) {

    /** What links and forms must keep of it. */
    Kept kept() {
        return new Kept(explicit ? language.tag() : "", keeper == null ? "" : keeper);
    }

    /** The same with a notice. */
    View saying(Notice said) {
        return new View(language, explicit, keeper, askedAt, Optional.of(said));
    }
}
