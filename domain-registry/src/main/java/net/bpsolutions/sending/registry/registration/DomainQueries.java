package net.bpsolutions.sending.registry.registration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.paging.Cursor;
import net.bpsolutions.sending.registry.paging.Slice;

/** Reads registrations. */
@ApplicationScoped
public class DomainQueries {

    static final String LIST = "domains";

    private final UnitOfWork unitOfWork;
    private final Registrations registrations;
    private final RegistrationReader reader;

    DomainQueries(UnitOfWork unitOfWork, Registrations registrations, RegistrationReader reader) {
        this.unitOfWork = unitOfWork;
        this.registrations = registrations;
        this.reader = reader;
    }

    Uni<Registration> get(UUID id) {
        return unitOfWork.readAlone(() -> reader.get(id)).map(found -> found.orElseThrow(NotFoundException::new));
    }

    /** Whether a text has the form of a setup token; what has not leads nowhere and is not looked for. */
    public static boolean couldBeSetupToken(String text) {
        return Tokens.couldBe(text);
    }

    /** The registration that a setup page belongs to. */
    public Uni<Optional<Registration>> bySetupToken(String token) {
        return Tokens.couldBe(token)
                ? unitOfWork.read(() -> registrations.bySetupToken(token))
                : Uni.createFrom().item(Optional.empty());
    }

    Uni<Slice<Registration>> list(DomainFilter filter, int limit) {
        return unitOfWork
                .read(() -> registrations
                        .find(filter.hql(), filter.parameters())
                        .range(0, limit)
                        .list())
                .map(found -> Slice.of(found, limit, LIST, last -> new Cursor(last.registeredAt, last.id).position()));
    }
}
