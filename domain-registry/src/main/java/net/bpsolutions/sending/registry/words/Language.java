package net.bpsolutions.sending.registry.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages in which people are spoken to. */
public enum Language {
    ENGLISH("en", "English", ""),
    GERMAN("de", "Deutsch", "_de");

    /** More than a browser sends is somebody's joke. */
    private static final int LONGEST_HEADER = 500;

    private final String tag;
    private final String ownName;
    private final String suffix;

    Language(String tag, String ownName, String suffix) {
        this.tag = tag;
        this.ownName = ownName;
        this.suffix = suffix;
    }

    /** The one that was asked for by name, or else the best that {@code Accept-Language} names (RFC 9110 §12.5.4). */
    public static Language of(@Nullable String asked, @Nullable String accepted) {
        return named(asked == null ? "" : asked)
                .or(() -> ranges(accepted).stream()
                        .filter(range -> range.getWeight() > 0)
                        .flatMap(range -> named(range.getRange()).stream())
                        .findFirst())
                .orElse(ENGLISH);
    }

    private static Optional<Language> named(String range) {
        String primary = range.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(primary))
                .findFirst();
    }

    private static List<LanguageRange> ranges(@Nullable String accepted) {
        try {
            return accepted == null || accepted.length() > LONGEST_HEADER ? List.of() : LanguageRange.parse(accepted);
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    /** The language tag (BCP 47). */
    public String tag() {
        return tag;
    }

    /** Its name, for those who read it. */
    public String ownName() {
        return ownName;
    }

    /** What stands after the name of a file in this language. */
    String suffix() {
        return suffix;
    }
}
