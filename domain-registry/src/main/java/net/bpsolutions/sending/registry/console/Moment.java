package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened to a registration.
 *
 * @param kind what sort of thing
 * @param tone for its style
 * @param answers what DNS said, when it was asked
 */
@TemplateData
public record Moment(Instant at, String kind, String tone, String title, String text, List<Answer> answers) {

    /** Without answers. */
    static Moment of(Instant at, String kind, String tone, String title, String text) {
        return new Moment(at, kind, tone, title, text, List.of());
    }

    /** In UTC. */
    public String time() {
        return Utc.seconds(at);
    }
}
