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
import org.jspecify.annotations.Nullable;

/**
 * What a notice says: what is wrong now, the one thing to do, and where everything else stands.
 *
 * @param kind what it is about
 * @param step 0 for the transition itself, then the nudges
 * @param domain the registration as it is now
 * @param vendor who writes
 * @param verificationAddress where a clinic shows that the domain is its own
 */
@TemplateData
public record NoticeMail(NoticeKind kind, int step, DomainJson domain, String vendor, String verificationAddress) {

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
                + switch (kind) {
                    case SETUP -> step == 0 ? "set up sending under your own name" : "still " + stepsLeft();
                    case ATTENTION -> "a DNS record needs your attention";
                    case FALLEN_BACK -> "mail no longer leaves under your own name";
                    case ON_HOLD -> "sending under your own name is on hold";
                };
    }

    /** How things stand, in a sentence or two. */
    public String situation() {
        return switch (kind) {
            case SETUP ->
                "Mail to your patients can leave under your own name once " + domain.domain()
                        + " is set up for it. Until then it is delivered from our address, and replies go to you.";
            case ATTENTION ->
                "Something about the DNS records of " + domain.domain()
                        + " has changed. Mail still leaves under your own name, but not for long if it stays so.";
            case FALLEN_BACK ->
                "The DNS records of " + domain.domain()
                        + " have been wrong for too long. Mail is now delivered from our address, and replies go to you."
                        + " Once the records are right again, your own name comes back by itself.";
            case ON_HOLD ->
                "We have put sending as " + domain.domain()
                        + " on hold. Mail is delivered from our address, and replies go to you.";
        };
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
                                "The record " + record.name() + " is not as it should be.",
                                null,
                                "Compare it with the value on the page below.",
                                record.value())));
    }

    private static Task task(FindingJson finding) {
        return new Task(finding.explanation(), finding.why(), finding.fix(), finding.suggested());
    }

    private Optional<Task> look() {
        return required().anyMatch(record -> record.state() == RecordState.UNKNOWN)
                ? Optional.of(new Task(
                        "We have not been able to see all of your records yet.",
                        null,
                        "Add the records that the page below shows, if you have not done so.",
                        null))
                : Optional.empty();
    }

    private Optional<Task> proof() {
        return isProofWanted()
                ? Optional.of(new Task(
                        "The records are in place, but we do not know yet that the domain is yours.",
                        null,
                        "Send a mail with the subject \"Domain verification\" from an address in " + domain.domain()
                                + " to the following address, and forward the message that comes back to the same address.",
                        verificationAddress))
                : Optional.empty();
    }

    private boolean isProofWanted() {
        return domain.ownership().record() != null;
    }

    private String stepsLeft() {
        long left =
                required().filter(record -> record.state() != RecordState.OK).count() + (isProofWanted() ? 1 : 0);
        return left == 1 ? "one step to go" : left + " steps to go";
    }

    private Stream<RecordJson> bad() {
        List<RecordState> fine = List.of(RecordState.OK, RecordState.UNKNOWN);
        return required().filter(record -> !fine.contains(record.state()));
    }

    private Stream<RecordJson> required() {
        return domain.records().stream().filter(RecordJson::required);
    }
}
