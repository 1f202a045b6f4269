package net.bpsolutions.sending.registry.notice;

import io.quarkus.qute.TemplateData;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.registry.registration.DomainJson;
import net.bpsolutions.sending.registry.registration.DomainJson.FindingJson;
import net.bpsolutions.sending.registry.registration.DomainJson.RecordJson;
import net.bpsolutions.sending.registry.words.Prose;
import org.jspecify.annotations.Nullable;

/**
 * What a notice says: what is wrong now, the one thing to do, and where everything else stands.
 *
 * @param kind what it is about
 * @param step 0 for the transition itself, then the nudges
 * @param domain the registration as it is now
 * @param words in which language
 * @param vendor who writes
 * @param verificationAddress where a clinic shows that the domain is its own
 */
@TemplateData
public record NoticeMail(
        NoticeKind kind, int step, DomainJson domain, Prose words, String vendor, String verificationAddress) {

    /**
     * The one thing to do.
     *
     * @param wrong what is so
     * @param why why it matters; null where that goes without saying
     * @param fix what to do about it
     * @param paste the value to paste, on a line of its own
     */
    @TemplateData
    public record Task(
            String wrong,
            @Nullable String why,
            String fix,
            @Nullable String paste) {}

    /** The subject: the domain first, so that it can be told from others. */
    public String subject() {
        return domain.domain() + ": "
                + (kind == NoticeKind.SETUP && step > 0 ? stepsLeft() : words.pick("mail.subject", kind.name()));
    }

    /** How things stand, in a sentence or two. */
    public String situation() {
        return words.say("mail.situation." + kind, domain.domain());
    }

    /** The one thing to do; null when nobody but us can do anything. */
    public @Nullable Task task() {
        return doable().orElse(null);
    }

    /** Whether a person is needed: while nothing is in force yet, only if there is something that the person can do. */
    public boolean isCalledFor() {
        return kind != NoticeKind.SETUP || doable().isPresent();
    }

    private Optional<Task> doable() {
        return kind == NoticeKind.ON_HOLD
                ? Optional.empty()
                : record().or(this::look).or(this::proof);
    }

    /** Where everything is. */
    public URI setupUrl() {
        return domain.setupUrl();
    }

    private Optional<Task> record() {
        return bad().findFirst()
                .map(record -> record.findings().stream()
                        .min(Comparator.comparing(FindingJson::severity, Comparator.reverseOrder()))
                        .map(NoticeMail::task)
                        .orElseGet(() -> new Task(
                                words.say("mail.record", record.name()),
                                null,
                                words.say("mail.record.do"),
                                record.value())));
    }

    private static Task task(FindingJson finding) {
        return new Task(finding.explanation(), finding.why(), finding.fix(), finding.suggested());
    }

    private Optional<Task> look() {
        return required().anyMatch(record -> record.state() == RecordState.UNKNOWN)
                ? Optional.of(new Task(words.say("mail.unseen"), null, words.say("mail.unseen.do"), null))
                : Optional.empty();
    }

    private Optional<Task> proof() {
        return isProofWanted()
                ? Optional.of(new Task(
                        words.say("mail.proof"),
                        null,
                        words.say("mail.proof.do", domain.domain()),
                        verificationAddress))
                : Optional.empty();
    }

    private boolean isProofWanted() {
        return domain.ownership().record() != null;
    }

    private String stepsLeft() {
        long left =
                required().filter(record -> record.state() != RecordState.OK).count() + (isProofWanted() ? 1 : 0);
        return left == 1 ? words.say("mail.left.one") : words.say("mail.left", left);
    }

    private Stream<RecordJson> bad() {
        List<RecordState> fine = List.of(RecordState.OK, RecordState.UNKNOWN);
        return required().filter(record -> !fine.contains(record.state()));
    }

    private Stream<RecordJson> required() {
        return domain.records().stream().filter(RecordJson::required);
    }
}
