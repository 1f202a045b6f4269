package net.bpsolutions.sending.registry.notice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;

/** Whether the contact of a domain wants to hear of it. */
@ApplicationScoped
class Preferences {

    private static final String SET = """
            with changed as (
                update registry.registration set notices_off = :off where setup_token = :token returning id, domain),
            forgotten as (
                delete from registry.notice_due where :off and registration_id in (select id from changed))
            select domain from changed""";

    private static final String GET = "select domain from registry.registration where setup_token = :token";

    private final UnitOfWork unitOfWork;

    Preferences(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** The domain that a setup page belongs to. */
    Uni<Optional<String>> domain(String token) {
        return unitOfWork.read(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(GET, String.class)
                        .setParameter("token", token)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable));
    }

    /** Takes no more notices, or takes them again from the next transition on; answers with the domain. */
    Uni<Optional<String>> set(String token, boolean off) {
        return unitOfWork.run(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(SET, String.class)
                        .setParameter("token", token)
                        .setParameter("off", off)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable));
    }
}
