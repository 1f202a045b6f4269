package net.bpsolutions.sending.registry.registration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.entry.LookAlike;
import net.bpsolutions.sending.registry.history.History;
import net.bpsolutions.sending.registry.outbox.Outbox;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Registers domains and removes registrations. */
@ApplicationScoped
class Registrar {

    private final UnitOfWork unitOfWork;
    private final Registrations registrations;
    private final RegistrationReader reader;
    private final RegistrationWriter writer;
    private final History history;
    private final Outbox outbox;
    private final Rules rules;
    private final Tokens tokens;
    private final InstantSource clock;

    Registrar(
            UnitOfWork unitOfWork,
            Registrations registrations,
            RegistrationReader reader,
            RegistrationWriter writer,
            History history,
            Outbox outbox,
            Rules rules,
            Tokens tokens,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.registrations = registrations;
        this.reader = reader;
        this.writer = writer;
        this.history = history;
        this.outbox = outbox;
        this.rules = rules;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What became of a registration: new, or known before. */
    record Registered(Registration registration, boolean isNew) {}

    /** Registers; the same pair again gives the same registration, however many ask at once. */
    Uni<Registered> register(String clinicId, DomainName domain, @Nullable String contactEmail) {
        NewRegistration wanted = wanted(clinicId, domain, contactEmail);
        return unitOfWork
                .alone(() -> writer.write(wanted))
                .flatMap(written -> written.map(this::fresh).orElseGet(() -> known(wanted)))
                .onFailure(RemovedMeanwhileException.class)
                .retry()
                .atMost(3);
    }

    private NewRegistration wanted(String clinicId, DomainName domain, @Nullable String contactEmail) {
        // As precise as the database keeps it, so that this answer and the next look the same.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new NewRegistration(
                UUID.randomUUID(),
                clinicId,
                domain,
                contactEmail,
                tokens.next(),
                LookAlike.is(domain) ? Flag.LOOK_ALIKE : null,
                now,
                rules.secondCheck(now).truncatedTo(ChronoUnit.MICROS));
    }

    private Uni<Registered> fresh(RegistrationWriter.Written written) {
        history.note(written.first());
        return Uni.createFrom().item(new Registered(written.registration(), true));
    }

    /** What was written and answered by a connection that broke is new all the same. */
    private Uni<Registered> known(NewRegistration wanted) {
        return unitOfWork
                .readAlone(() -> reader.of(wanted.clinicId(), wanted.domain()))
                .map(found -> found.orElseThrow(RemovedMeanwhileException::new))
                .map(registration ->
                        new Registered(registration, registration.id().equals(wanted.id())));
    }

    /** Removes the registration as the caller expects it, and with it the clinic's own name; gives it as it was. */
    Uni<Registration> remove(UUID id, Consumer<Registration> expectation) {
        return unitOfWork.run(() -> registrations
                .requireLocked(id)
                .invoke(expectation)
                .call(this::tellRemoval)
                .call(registrations::delete));
    }

    private Uni<Void> tellRemoval(Registration registration) {
        return outbox.appendTombstone(
                Topic.SENDER_STATUS,
                SenderStatus.key(registration.clinicId, registration.domain),
                UUID.randomUUID(),
                clock.instant());
    }

    /** The pair was there when it was to be inserted, and gone when it was to be read. */
    private static final class RemovedMeanwhileException extends RuntimeException {}
}
