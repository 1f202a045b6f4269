package net.bpsolutions.sending.registry.words;

import io.quarkus.qute.TemplateData;
import java.util.Properties;

/** What stands on pages, in one language. A sentence has places for values, {@code {0}} and so on. */
@TemplateData
public final class Prose {

    private final Language language;
    private final Properties sentences;

    Prose(Language language, Properties sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    /** The language tag. */
    public String tag() {
        return language.tag();
    }

    /** A sentence. */
    public String say(String key) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no words in " + language + " for " + key);
        }
        return sentence;
    }

    /** One of a group of words. */
    public String pick(String group, String name) {
        return say(group + "." + name);
    }

    /** A sentence with a value in it. */
    public String say(String key, Object value) {
        return say(key).replace("{0}", value.toString());
    }

    /** A sentence with two values in it; the second is filled in first, so that the first cannot pose as its place. */
    public String say(String key, Object first, Object second) {
        int place = say(key).indexOf("{1}");
        String sentence = say(key);
        return place < 0
                ? say(key, first)
                : sentence.substring(0, place).replace("{0}", first.toString())
                        + second
                        + sentence.substring(place + "{1}".length()).replace("{0}", first.toString());
    }
}
