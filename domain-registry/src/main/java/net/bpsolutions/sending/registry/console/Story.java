package net.bpsolutions.sending.registry.console;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.registry.registration.Presenter;
import net.bpsolutions.sending.registry.registration.Registration;
import org.jspecify.annotations.Nullable;

/** Puts together what happened to a registration, from every table that remembers. */
@ApplicationScoped
class Story {

    static final int PAGE = 40;

    private static final Duration STEP = Duration.ofNanos(1000);

    private final PastTables past;
    private final Presenter presenter;

    Story(PastTables past, Presenter presenter) {
        this.past = past;
        this.presenter = presenter;
    }

    /**
     * A part of the story, latest first.
     *
     * @param older where to go on; null at the end
     */
    record Part(List<Moment> moments, @Nullable Instant older) {}

    /** How it stood at a moment. */
    record Standing(Optional<Move> move, Optional<Look> look) {}

    /** What happened until {@code until}. */
    Uni<Part> until(Registration registration, Instant until) {
        int more = PAGE + 1;
        return Uni.combine()
                .all()
                .unis(
                        past.moves(registration.id(), until, more),
                        past.looks(registration.id(), until, more + 1),
                        past.notices(registration.id(), until, more),
                        past.challenges(registration.id(), until, more),
                        past.proof(registration.id(), until, more))
                .with((moves, looks, notices, challenges, proof) -> part(Stream.of(
                                moves.stream().map(Move::told).toList(),
                                told(registration, looks),
                                notices,
                                challenges,
                                proof)
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(Moment::at).reversed())
                        .toList()));
    }

    /** How it stood at {@code at}. */
    Uni<Standing> at(Registration registration, Instant at) {
        return Uni.combine()
                .all()
                .unis(past.moves(registration.id(), at, 1), past.looks(registration.id(), at, 1))
                .with((moves, looks) ->
                        new Standing(moves.stream().findFirst(), looks.stream().findFirst()));
    }

    /** What DNS said of the records that are expected now. */
    List<Answer> answers(Registration registration, List<RecordCheck> verdicts) {
        return presenter.records(registration, verdicts).stream()
                .map(Answer::new)
                .toList();
    }

    /** What happened at one moment stays together. */
    private static Part part(List<Moment> all) {
        if (all.size() <= PAGE) {
            return new Part(all, null);
        }
        Instant last = all.get(PAGE - 1).at();
        List<Moment> shown =
                all.stream().filter(moment -> !moment.at().isBefore(last)).toList();
        return new Part(shown, shown.size() == all.size() ? null : last.minus(STEP));
    }

    /** The answers themselves only where they changed. */
    private List<Moment> told(Registration registration, List<Look> looks) {
        List<Moment> told = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            Look look = looks.get(i);
            Optional<Look> before = i + 1 < looks.size() ? Optional.of(looks.get(i + 1)) : Optional.empty();
            List<Answer> answers = answers(registration, look.verdicts());
            boolean same = before.filter(other -> other.verdicts().equals(look.verdicts()))
                    .isPresent();
            told.add(new Moment(
                    look.at(),
                    "check",
                    tone(answers),
                    look.summary(answers),
                    look.changes(answers, before),
                    same && !look.moved() ? List.of() : answers));
        }
        return told;
    }

    private static String tone(List<Answer> answers) {
        return answers.stream()
                .map(Answer::tone)
                .distinct()
                .reduce((_, _) -> "degraded")
                .orElse("plain");
    }
}
