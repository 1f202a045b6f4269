package net.bpsolutions.sending.registry.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Files of sentences, one for each language. */
final class Bundle {

    private Bundle() {}

    static Map<Language, Properties> load(String name) {
        Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);
        Arrays.stream(Language.values())
                .forEach(language ->
                        byLanguage.put(language, read("/words/" + name + language.suffix() + ".properties")));
        return byLanguage;
    }

    private static Properties read(String file) {
        try (InputStream text = Objects.requireNonNull(Bundle.class.getResourceAsStream(file), file)) {
            Properties sentences = new Properties();
            sentences.load(new InputStreamReader(text, UTF_8));
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
