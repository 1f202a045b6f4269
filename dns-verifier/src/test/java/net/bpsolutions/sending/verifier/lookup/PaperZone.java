package net.bpsolutions.sending.verifier.lookup;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * DNS as written down: a line is an owner name, a type and a value. {@code !SERVFAIL} as a value is an outage, and so on for
 * each {@link Reason}; {@code *} as the first label is a wildcard.
 */
public final class PaperZone implements Dns {

    private static final long TTL = 300;

    private final List<String[]> records;

    private PaperZone(List<String[]> records) {
        this.records = records;
    }

    public static PaperZone of(String lines) {
        return new PaperZone(lines.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().split("\\s+", 3))
                .toList());
    }

    @Override
    public Uni<Lookup> lookup(Question question) {
        List<String[]> own = at(question.name());
        return Uni.createFrom()
                .item(outcome(own.isEmpty() ? at("*." + OwnerName.parent(question.name())) : own, question));
    }

    private List<String[]> at(String name) {
        return records.stream().filter(line -> line[0].equals(name)).toList();
    }

    private Lookup outcome(List<String[]> lines, Question question) {
        List<String> rrset = values(lines, question.type().name());
        if (!rrset.isEmpty()) {
            return rrset.getFirst().startsWith("!")
                    ? new Lookup.Unavailable(Reason.valueOf(rrset.getFirst().substring(1)), "ns1")
                    : new Lookup.Answer(rrset, TTL);
        }
        List<String> alias = values(lines, "CNAME");
        if (!alias.isEmpty() && !alias.getFirst().startsWith("!")) {
            return new Lookup.Alias(alias.getFirst(), TTL);
        }
        boolean exists = !lines.isEmpty() || records.stream().anyMatch(line -> line[0].endsWith("." + question.name()));
        return exists ? new Lookup.NoData() : new Lookup.NoSuchDomain();
    }

    private static List<String> values(List<String[]> lines, String type) {
        return lines.stream()
                .filter(line -> line[1].equals(type))
                .map(line -> line[2])
                .toList();
    }
}
