package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.TemplateData;
import net.bpsolutions.sending.registry.registration.DomainJson;
import net.bpsolutions.sending.registry.registration.DomainJson.RecordJson;

/** What is expected at a name, what was found there, and what that means. */
@TemplateData
@TemplateData(target = RecordJson.class)
@TemplateData(target = DomainJson.FindingJson.class)
public record Answer(RecordJson entry) {

    /** For the style of the state. */
    public String tone() {
        return Said.tone(entry.state());
    }
}
