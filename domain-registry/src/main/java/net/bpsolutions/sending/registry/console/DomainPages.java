package net.bpsolutions.sending.registry.console;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.delivery.PastDeliveries;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.registration.DomainJson;
import net.bpsolutions.sending.registry.registration.Presenter;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Registrations;
import org.jspecify.annotations.Nullable;

/** Fills the page of a domain. */
@ApplicationScoped
class DomainPages {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** What came of it soon after belongs to the answer. */
    private static final Duration AFTERMATH = Duration.ofHours(1);

    private final Readers readers;
    private final UnitOfWork unitOfWork;
    private final Registrations registrations;
    private final Presenter presenter;

    DomainPages(Readers readers, UnitOfWork unitOfWork, Registrations registrations, Presenter presenter) {
        this.readers = readers;
        this.unitOfWork = unitOfWork;
        this.registrations = registrations;
        this.presenter = presenter;
    }

    /** What reads the past. */
    @Singleton
    static class Readers {

        private final Story story;
        private final PastTables past;
        private final DomainList list;
        private final PastDeliveries deliveries;

        Readers(Story story, PastTables past, DomainList list, PastDeliveries deliveries) {
            this.story = story;
            this.past = past;
            this.list = list;
            this.deliveries = deliveries;
        }
    }

    /**
     * What is asked about.
     *
     * @param at a moment
     * @param before only what happened until then
     * @param done what was just done, in words
     */
    record Question(Optional<Instant> at, Optional<Instant> before, Optional<String> done) {}

    Uni<DomainPage> page(UUID id, Question question) {
        return unitOfWork.read(() -> registrations.require(id)).flatMap(registration -> page(registration, question));
    }

    private Uni<DomainPage> page(Registration registration, Question question) {
        DomainJson domain = presenter.present(registration);
        Instant until = question.before()
                .or(() -> question.at().map(at -> at.plus(AFTERMATH)))
                .orElse(LATEST);
        Uni<Optional<DomainPage.AsOf>> asOf = question.at()
                .map(at -> readers.story
                        .at(registration, at)
                        .map(standing -> Optional.of(asOf(registration, at, standing))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
        return Uni.combine()
                .all()
                .unis(
                        readers.past.facts(registration.id()),
                        readers.list.claimants(domain.domain(), registration.id()),
                        readers.deliveries.of(domain.clinicId(), new DomainName(domain.domain()), Mails.DAYS),
                        readers.story.until(registration, until),
                        asOf)
                .with((facts, claimants, deliveries, part, then) -> new DomainPage(
                        domain,
                        facts,
                        domain.records().stream().map(Answer::new).toList(),
                        new Mails(deliveries),
                        claimants,
                        part.moments(),
                        part.older(),
                        question.at().orElse(null),
                        then.orElse(null),
                        question.done().orElse(null)));
    }

    private DomainPage.AsOf asOf(Registration registration, Instant at, Story.Standing standing) {
        List<Answer> answers = standing.look()
                .map(look -> readers.story.answers(registration, look.verdicts()))
                .orElse(List.of());
        @Nullable Move move = standing.move().orElse(null);
        return new DomainPage.AsOf(
                Utc.seconds(at),
                move == null ? "plain" : Said.tone(move.status()),
                move == null
                        ? "Nothing is known of that time: it was not registered yet, or what happened then is forgotten."
                        : move.status() + ", sending as " + move.sendingAs() + ", since " + Utc.seconds(move.at())
                                + " UTC.",
                move == null ? "" : Said.cause(move.cause()),
                standing.look()
                        .map(look -> look.summary(answers) + ", at " + Utc.seconds(look.at()) + " UTC.")
                        .orElse("No check before that time is kept."),
                answers);
    }
}
