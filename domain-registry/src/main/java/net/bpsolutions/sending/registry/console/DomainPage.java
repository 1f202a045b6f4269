package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.TemplateData;
import java.net.IDN;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.registry.registration.DomainJson;
import org.jspecify.annotations.Nullable;

/** One domain's whole story. */
@TemplateData
public record DomainPage(
        DomainJson domain,
        Facts facts,
        List<Answer> answers,
        Mails mails,
        List<ListedDomain> claimants,
        List<Moment> moments,
        @Nullable Instant olderThan,
        @Nullable Instant asked,
        @Nullable AsOf asOf,
        @Nullable String done) {

    /** How it stood at the moment that was asked about. */
    @TemplateData
    public record AsOf(String time, String tone, String standing, String cause, String check, List<Answer> answers) {}

    /** For the style of the status. */
    public String tone() {
        return Said.tone(domain.status());
    }

    /** The name as people read it, when that is another form than A-labels; else null. */
    public @Nullable String unicode() {
        String shown = IDN.toUnicode(domain.domain());
        return shown.equals(domain.domain()) ? null : shown;
    }

    /** Where the form of an action goes. */
    public String action(String name) {
        return "/console/domains/" + domain.id() + "/" + name;
    }

    /** For the field that asks for a moment. */
    public String askedAt() {
        return asked == null ? "" : Utc.field(asked);
    }

    /** The address of what happened before; null at the end. */
    public @Nullable String older() {
        return Optional.ofNullable(olderThan)
                .map(until -> "/console/domains/" + domain.id() + "?before=" + until + "#story")
                .orElse(null);
    }

    /** When DNS was asked last. */
    public String checked() {
        return time(domain.lastCheckedAt(), "never");
    }

    /** When DNS is asked next. */
    public String next() {
        return time(domain.nextCheckAt(), "only on demand");
    }

    /** When the clinic registered it. */
    public String registered() {
        return time(domain.registeredAt(), "");
    }

    /** When ownership was shown. */
    public String proven() {
        return time(domain.ownership().provenAt(), "");
    }

    private static String time(@Nullable Instant at, String otherwise) {
        return at == null ? otherwise : Utc.seconds(at);
    }
}
