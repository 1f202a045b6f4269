package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a look at a domain from the guide.
 *
 * @param entries the records, as they are now; none when nothing was seen
 * @param advice a record that may be made better; null when there is none
 * @param notice why nothing was seen; null when something was
 */
@TemplateData
public record Glance(
        List<Entry> entries,
        @Nullable Entry advice,
        @Nullable Notice notice) {

    static Glance none(Notice notice) {
        return new Glance(List.of(), null, notice);
    }

    /** How many records are in place. */
    public long done() {
        return entries.stream().filter(Entry::isDone).count();
    }

    /** Whether all of them are. */
    public boolean isDone() {
        return notice == null && done() == entries.size();
    }

    /** For the style. */
    public String tone() {
        return isDone()
                ? "done"
                : entries.stream().anyMatch(entry -> entry.tone().equals("wrong")) ? "wrong" : "todo";
    }
}
