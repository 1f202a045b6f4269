package net.bpsolutions.sending.registry.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;

/** What is said of findings in one language; a code that is not known yet gets a sentence that is true of any. */
public final class Sentences {

    private static final String OTHER = "OTHER";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^]]*)]");

    private final Properties sentences;

    Sentences(Properties sentences) {
        this.sentences = sentences;
    }

    /** The words for {@code finding} about {@code record}, of which {@code found} is there. */
    public Wording of(Finding finding, DomainName domain, ExpectedRecord record, List<String> found) {
        Map<String, String> values = new HashMap<>();
        values.put("found", found.isEmpty() ? sentences.getProperty("something-else", "…") : String.join(", ", found));
        values.putAll(finding.args());
        values.put("code", finding.code());
        values.put("domain", domain.value());
        values.put("name", record.name());
        values.put("value", record.value());
        values.put("type", record.type().name());
        return new Wording(
                fill(sentence(record, finding, "explanation"), values),
                fill(sentence(record, finding, "why"), values),
                fill(sentence(record, finding, "fix"), values),
                fill(sentence(record, finding, "technical"), values));
    }

    private String sentence(ExpectedRecord record, Finding finding, String part) {
        String bare = finding.code() + "." + part;
        String ofAny = sentences.getProperty(bare, sentences.getProperty(OTHER + "." + part, ""));
        return sentences.getProperty(record.purpose() + "." + bare, ofAny);
    }

    private static String fill(String sentence, Map<String, String> values) {
        String wanted = OPTIONAL.matcher(sentence)
                .replaceAll(part -> isKnown(part.group(1), values) ? Matcher.quoteReplacement(part.group(1)) : "");
        return PLACEHOLDER
                .matcher(wanted)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "…")));
    }

    private static boolean isKnown(String part, Map<String, String> values) {
        return PLACEHOLDER.matcher(part).results().allMatch(match -> values.containsKey(match.group(1)));
    }
}
