package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.registry.registration.DomainJson;
import net.bpsolutions.sending.registry.words.Prose;
import org.jspecify.annotations.Nullable;

/**
 * What the setup page shows.
 *
 * @param words in which language
 * @param frame what surrounds it
 * @param domain the registration
 * @param steps what is to be done, in order
 * @param entries the records to publish
 * @param advice a record that may be made better; null when there is none
 * @param keeper who hosts the zone
 * @param mailing the proof by a forwarded mail
 * @param backstage for support
 */
@TemplateData
public record SetupPage(
        Prose words,
        Frame frame,
        DomainJson domain,
        List<Step> steps,
        List<Entry> entries,
        @Nullable Entry advice,
        Keeper keeper,
        Mailing mailing,
        Backstage backstage) {

    /** How many steps are done. */
    public long done() {
        return steps.stream().filter(Step::isDone).count();
    }

    /** Whether nothing is left to do. */
    public boolean isDone() {
        return done() == steps.size();
    }

    /** The record to see to next; null when that is not the next step. */
    public @Nullable Entry nextRecord() {
        return entries.stream()
                .filter(Entry::isOpen)
                .filter(entry -> entry.record().required())
                .findFirst()
                .orElse(null);
    }

    /** The records that are not the next step. */
    public List<Entry> others() {
        Entry next = nextRecord();
        return entries.stream().filter(entry -> !entry.equals(next)).toList();
    }

    /** Records that are not seen to be in place. */
    public List<Entry> open() {
        return entries.stream().filter(entry -> !entry.isDone()).toList();
    }

    /** Whether mail leaves by an account of the clinic's own. */
    public boolean isExempt() {
        return domain.sendingAs() == SendingAs.OWN_ACCOUNT;
    }

    /** For the style of the headline. */
    public String tone() {
        return switch (domain.status()) {
            case VERIFIED -> "done";
            case PENDING -> "todo";
            case DEGRADED, LAPSED, SUSPENDED -> "wrong";
        };
    }

    /** The words of the headline. */
    public String headline() {
        return words.say(isExempt() ? "status.OWN_ACCOUNT" : "status." + domain.status());
    }

    /** When DNS was asked last; empty when it was not. */
    public String checkedAt() {
        return text(domain.lastCheckedAt());
    }

    /** When it is asked next; empty when only on demand. */
    public String nextCheckAt() {
        return text(domain.nextCheckAt());
    }

    private static String text(@Nullable Instant at) {
        return at == null ? "" : Times.text(at);
    }

    /**
     * What surrounds what is shown.
     *
     * @param path of the page
     * @param kept what links and forms must keep
     * @param version changes with whatever the page shows
     * @param vendor who sends
     * @param notice what came of something that somebody did; null when nothing was done
     * @param checkingSince when the check under way was asked for; empty when none is
     * @param late whether it should have been done by now
     * @param letter a mail to whoever keeps the website, as a link
     * @param keepers the DNS hosts to choose from
     */
    @TemplateData
    @TemplateData(target = net.bpsolutions.sending.registry.VendorConfig.class)
    public record Frame(
            String path,
            Kept kept,
            String version,
            net.bpsolutions.sending.registry.VendorConfig vendor,
            @Nullable Notice notice,
            String checkingSince,
            boolean late,
            String letter,
            List<Keeper> keepers) {

        /** Whether a check is under way. */
        public boolean isChecking() {
            return !checkingSince.isEmpty();
        }
    }
}
