package net.bpsolutions.sending.registry.registration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Consumer;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.entry.LookAlike;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Registers domains and removes registrations. */
@ApplicationScoped
class Registrar {

    private final UnitOfWork unitOfWork;
    private final Registrations registrations;
    private final Announcer announcer;
    private final Tokens tokens;

    Registrar(UnitOfWork unitOfWork, Registrations registrations, Announcer announcer, Tokens tokens) {
        this.unitOfWork = unitOfWork;
        this.registrations = registrations;
        this.announcer = announcer;
        this.tokens = tokens;
    }

    /** What became of a registration: new, or known before. */
    record Registered(Registration registration, boolean isNew) {}

    /** Registers; the same pair again gives the same registration, however many ask at once. */
    Uni<Registered> register(String clinicId, DomainName domain, @Nullable String contactEmail) {
        @Nullable Flag flag = LookAlike.is(domain) ? Flag.LOOK_ALIKE : null;
        NewRegistration wanted =
                new NewRegistration(UUID.randomUUID(), clinicId, domain, contactEmail, tokens.next(), flag);
        return unitOfWork
                .run(() -> announcer
                        .insert(wanted)
                        .flatMap(inserted -> inserted
                                ? registrations
                                        .require(wanted.id())
                                        .call(announcer::registered)
                                        .map(registration -> new Registered(registration, true))
                                : registrations
                                        .of(clinicId, domain)
                                        .map(found -> found.orElseThrow(RemovedMeanwhileException::new))
                                        .map(registration -> new Registered(registration, false))))
                .onFailure(RemovedMeanwhileException.class)
                .retry()
                .atMost(3);
    }

    /** Removes the registration as the caller expects it, and with it the clinic's own name; gives it as it was. */
    Uni<Registration> remove(UUID id, Consumer<Registration> expectation) {
        return unitOfWork.run(() -> registrations
                .requireLocked(id)
                .invoke(expectation)
                .call(announcer::removed)
                .call(registrations::delete));
    }

    /** The pair was there when it was to be inserted, and gone when it was to be read. */
    private static final class RemovedMeanwhileException extends RuntimeException {}
}
