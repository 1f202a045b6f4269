package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Locale;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.registry.registration.DomainJson;
import net.bpsolutions.sending.registry.registration.DomainJson.RecordJson;

/** What the setup page shows. */
@TemplateData
public record SetupPage(DomainJson domain, String vendor, String verificationAddress, String fallbackAddress) {

    /** The records to publish. */
    public List<Step> steps() {
        return domain.records().stream().map(Step::new).toList();
    }

    /** The status in a sentence. */
    public String headline() {
        return switch (domain.status()) {
            case PENDING ->
                "Not set up yet. Until it is, mail is sent from our own address, with replies going to you.";
            case VERIFIED -> "Everything is in place. Mail is sent under your own name.";
            case DEGRADED -> "A record needs attention. Mail is still sent under your own name, but not for long.";
            case LAPSED -> "A record is wrong. Mail is sent from our own address until it is right again.";
            case SUSPENDED -> "Sending under your own name is on hold. Please contact us.";
        };
    }

    /** For the style of the headline. */
    public String tone() {
        return domain.status() == DomainStatus.VERIFIED ? "good" : "open";
    }

    /** One record to publish. */
    @TemplateData
    public record Step(RecordJson entry) {

        /** The state in a word. */
        public String word() {
            return switch (entry.state()) {
                case OK -> "in place";
                case MISSING -> "missing";
                case WRONG -> "wrong";
                case CONFLICT -> "in conflict";
                case UNKNOWN -> "not checked yet";
            };
        }

        /** For the style of the state. */
        public String tone() {
            return entry.state() == RecordState.OK
                    ? "good"
                    : entry.state().name().toLowerCase(Locale.ROOT);
        }
    }
}
