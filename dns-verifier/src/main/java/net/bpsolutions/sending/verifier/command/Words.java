package net.bpsolutions.sending.verifier.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;

/** Puts findings into the registry's sentences: its file is built into our jar, so there is one (ADR 0012). */
final class Words {

    private static final String BUNDLE = "/words/findings.properties";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^]]*)]");
    private static final int LONGEST = 100;

    private final Properties sentences = new Properties();

    /** What a finding means, and what to do about it. */
    record Wording(String explanation, String fix) {}

    Words() {
        try (InputStream bundle = Objects.requireNonNull(Words.class.getResourceAsStream(BUNDLE), BUNDLE)) {
            sentences.load(new InputStreamReader(bundle, UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The words for {@code finding}. The record to paste is not among them: it gets a line of its own. */
    Wording of(Finding finding, DomainName domain, ExpectedRecord record, RecordCheck check) {
        Map<String, String> values = new HashMap<>();
        values.put("found", check.found().isEmpty() ? "something else" : String.join(", ", check.found()));
        values.putAll(finding.args());
        values.remove("suggested");
        values.put("code", finding.code());
        values.put("domain", domain.value());
        values.put("name", record.name());
        values.put("value", record.value());
        return new Wording(
                fill(sentence(record, finding, "explanation"), values), fill(sentence(record, finding, "fix"), values));
    }

    private String sentence(ExpectedRecord record, Finding finding, String part) {
        String bare = finding.code() + "." + part;
        String ofAny = sentences.getProperty(bare, sentences.getProperty("OTHER." + part, ""));
        return sentences.getProperty(record.purpose() + "." + bare, ofAny);
    }

    private static String fill(String sentence, Map<String, String> values) {
        String wanted = OPTIONAL.matcher(sentence)
                .replaceAll(part -> isKnown(part.group(1), values) ? Matcher.quoteReplacement(part.group(1)) : "");
        return PLACEHOLDER
                .matcher(wanted)
                .replaceAll(match ->
                        Matcher.quoteReplacement(Harmless.cut(values.getOrDefault(match.group(1), "…"), LONGEST)));
    }

    private static boolean isKnown(String part, Map<String, String> values) {
        return PLACEHOLDER.matcher(part).results().allMatch(match -> values.containsKey(match.group(1)));
    }
}
