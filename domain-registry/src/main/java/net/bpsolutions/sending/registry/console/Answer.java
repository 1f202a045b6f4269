package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.TemplateData;
import net.bpsolutions.sending.registry.registration.DomainJson.RecordJson;

/** What is expected at a name, what was found there, and what that means. */
@TemplateData
public record Answer(RecordJson entry) {

    /** For the style of the state. */
    public String tone() {
        return Said.tone(entry.state());
    }
}
