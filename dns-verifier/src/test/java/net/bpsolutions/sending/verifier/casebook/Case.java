package net.bpsolutions.sending.verifier.casebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordType;

/**
 * A zone file with what is to be said of it in its comments:
 *
 * <pre>
 * ; case    what somebody did
 * ; check   the domain, when it is not the zone's own
 * ; value   DKIM1|…  CNAME|TXT  what the record is to be, when it is not the usual
 * ; expect  DKIM1|DKIM2|DMARC|SPF|OWNERSHIP  STATE  CODE/SEVERITY …       every finding, in its order
 * ; arg     DKIM1|…  CODE  key  value                  the whole value; ~ before the key: a part of it
 * ; close   CODE  …                                    what looks near and must not be said of any record
 * </pre>
 */
record Case(
        Path file,
        String title,
        DomainName domain,
        List<Expectation> expectations,
        List<Argument> arguments,
        List<String> close,
        Map<String, Value> values) {

    private static final Pattern LINE =
            Pattern.compile(";\\s*(?<word>case|check|value|expect|arg|close)\\s+(?<rest>.*)");

    record Expectation(String record, String state, List<String> findings) {}

    record Value(RecordType type, String text) {}

    record Argument(String record, String code, String key, String value) {}

    static Case read(Path file) {
        String origin = file.getFileName().toString().replaceFirst("\\.zone$", "");
        String title = origin;
        String domain = origin;
        List<Expectation> expectations = new ArrayList<>();
        List<Argument> arguments = new ArrayList<>();
        List<String> close = new ArrayList<>();
        Map<String, Value> values = new HashMap<>();
        for (String line : lines(file)) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                continue;
            }
            String rest = matcher.group("rest").strip();
            List<String> words = List.of(rest.split("\\s+"));
            switch (matcher.group("word")) {
                case "case" -> title = rest;
                case "check" -> domain = rest;
                case "value" -> values.put(words.get(0), value(rest));
                case "expect" ->
                    expectations.add(new Expectation(words.get(0), words.get(1), words.subList(2, words.size())));
                case "arg" -> arguments.add(argument(rest));
                case "close" -> close.addAll(words);
                default -> throw new IllegalStateException(line);
            }
        }
        return new Case(file, title, new DomainName(domain), expectations, arguments, close, values);
    }

    private static Value value(String rest) {
        String[] parts = rest.split("\\s+", 3);
        return new Value(RecordType.valueOf(parts[1]), parts[2]);
    }

    private static Argument argument(String rest) {
        String[] parts = rest.split("\\s+", 4);
        return new Argument(parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : "");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a clinic is asked for; the token only where the case is about it. */
    List<ExpectedRecord> expected() {
        Stream<ExpectedRecord> always = Stream.of(
                selector("DKIM1", "mte1._domainkey." + domain, "dkim1.mandrillapp.com"),
                selector("DKIM2", "mte2._domainkey." + domain, "dkim2.mandrillapp.com"),
                record(Purpose.DMARC, RecordType.TXT, "_dmarc." + domain, "v=DMARC1; p=none", true),
                record(Purpose.SPF, RecordType.TXT, domain.value(), "v=spf1 include:spf.mandrillapp.com ?all", false));
        Stream<ExpectedRecord> token = expectations.stream()
                .filter(each -> each.record().equals("OWNERSHIP"))
                .map(each -> record(
                        Purpose.OWNERSHIP,
                        RecordType.TXT,
                        "_blueprint." + domain,
                        "blueprint-verification=3f1b9c",
                        true));
        return Stream.concat(always, token).toList();
    }

    private ExpectedRecord selector(String record, String name, String usual) {
        Value value = values.getOrDefault(record, new Value(RecordType.CNAME, usual));
        return record(Purpose.DKIM, value.type(), name, value.text(), true);
    }

    /** Where in {@link #expected()} the record stands. */
    static int index(String record) {
        return List.of("DKIM1", "DKIM2", "DMARC", "SPF", "OWNERSHIP").indexOf(record);
    }

    private static ExpectedRecord record(
            Purpose purpose, RecordType type, String name, String value, boolean required) {
        return new ExpectedRecord(purpose, type, name, value, required);
    }

    @Override
    public String toString() {
        return file.getParent().getFileName() + "/" + file.getFileName() + ": " + title;
    }
}
