package net.bpsolutions.sending.registry.words;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Everything that people are told, in their language: the one place where prose comes from. */
@Singleton
public class Words {

    private final Map<Language, Sentences> findings = new EnumMap<>(Language.class);
    private final Map<Language, Prose> pages = new EnumMap<>(Language.class);

    /** Reads them. */
    public Words() {
        Bundle.load("findings").forEach((language, found) -> findings.put(language, new Sentences(found)));
        Bundle.load("pages").forEach((language, found) -> pages.put(language, new Prose(language, found)));
    }

    /** What is said of findings. */
    public Sentences findings(Language language) {
        return Objects.requireNonNull(findings.get(language));
    }

    /** What stands on pages. */
    public Prose pages(Language language) {
        return Objects.requireNonNull(pages.get(language));
    }
}
