package net.bpsolutions.sending.registry.setup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import net.bpsolutions.sending.registry.challenge.LastChallenges;
import net.bpsolutions.sending.registry.checks.CheckQueries;
import net.bpsolutions.sending.registry.history.History;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.registration.DomainQueries;
import net.bpsolutions.sending.registry.registration.Registration;

/** Reads what setup pages tell. */
@ApplicationScoped
class Stories {

    private static final int CHECKS = 10;
    private static final int TRANSITIONS = 20;

    private final UnitOfWork unitOfWork;
    private final DomainQueries queries;
    private final CheckQueries checks;
    private final History history;
    private final LastChallenges challenges;

    Stories(
            UnitOfWork unitOfWork,
            DomainQueries queries,
            CheckQueries checks,
            History history,
            LastChallenges challenges) {
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.checks = checks;
        this.history = history;
        this.challenges = challenges;
    }

    /** The registration that the link leads to. */
    Uni<Optional<Registration>> registration(String token) {
        return queries.bySetupToken(token);
    }

    /** The version comes first: what changes meanwhile is told again rather than missed. */
    Uni<Optional<Story>> of(String token) {
        return unitOfWork
                .read(() -> Versions.of(token))
                .flatMap(version -> registration(token)
                        .flatMap(found -> found.map(registration -> unitOfWork
                                        .read(() -> story(registration, version.orElse("")))
                                        .map(Optional::of))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    private Uni<Story> story(Registration registration, String version) {
        return checks.latest(registration, CHECKS)
                .flatMap(looks -> history.latest(registration.id(), TRANSITIONS)
                        .flatMap(moves -> challenges
                                .of(registration.id())
                                .map(challenge -> new Story(registration, version, looks, moves, challenge))));
    }
}
