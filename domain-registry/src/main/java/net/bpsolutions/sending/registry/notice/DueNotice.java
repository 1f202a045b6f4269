package net.bpsolutions.sending.registry.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import net.bpsolutions.sending.registry.notice.NoticeTable.Calendar;
import net.bpsolutions.sending.registry.notice.NoticeTable.Due;
import net.bpsolutions.sending.registry.outbox.TemporaryFault;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Registrations;

/** Takes one notice off the calendar, sends it if it is still called for, and puts the next one there. */
@ApplicationScoped
class DueNotice {

    /** A notice that cannot be written must not keep others from leaving. */
    private static final Duration AFTER_A_FAULT = Duration.ofHours(1);

    private final NoticeTable table;
    private final Registrations registrations;
    private final NoticeSender sender;
    private final NoticePlan plan;
    private final InstantSource clock;

    DueNotice(
            NoticeTable table, Registrations registrations, NoticeSender sender, NoticePlan plan, InstantSource clock) {
        this.table = table;
        this.registrations = registrations;
        this.sender = sender;
        this.plan = plan;
        this.clock = clock;
    }

    /** Whether there was one; fails with {@link FaultException} when that one cannot be handled. */
    Uni<Boolean> handle() {
        Instant now = clock.instant();
        return table.claim(now)
                .flatMap(due -> due.map(found -> handle(found, now).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    /** Tries again later what could not be handled. */
    Uni<Void> postpone(FaultException fault) {
        Calendar entry = fault.entry;
        return registrations
                .lock(entry.registrationId())
                .flatMap(_ -> table.plan(entry.later(clock.instant().plus(AFTER_A_FAULT))));
    }

    private Uni<Void> handle(Due due, Instant now) {
        return registrations
                .requireLocked(due.entry().registrationId())
                .flatMap(registration -> kind(registration, due)
                        .map(kind -> send(registration, kind, due, now))
                        .orElseGet(() -> table.forget(registration.id())))
                .onFailure(failure -> !TemporaryFault.is(failure))
                .transform(failure -> new FaultException(due.entry(), failure));
    }

    private static Optional<NoticeKind> kind(Registration registration, Due due) {
        return due.refused() ? Optional.empty() : NoticeKind.of(registration.status(), registration.sendingAs());
    }

    private Uni<Void> send(Registration registration, NoticeKind kind, Due due, Instant now) {
        return sender.send(registration, kind, due, now)
                .flatMap(wait -> wait.map(until -> table.plan(due.entry().later(until)))
                        .orElseGet(() -> next(kind, due.entry(), now)));
    }

    private Uni<Void> next(NoticeKind kind, Calendar done, Instant now) {
        return plan.after(kind, done.step(), done.since(), now)
                .map(step -> table.plan(done.next(step)))
                .orElseGet(() -> table.forget(done.registrationId()));
    }

    /** One notice cannot be handled, and that will not pass by itself. */
    static final class FaultException extends RuntimeException {

        private final transient Calendar entry;

        FaultException(Calendar entry, Throwable cause) {
            super("domainId=" + entry.registrationId(), cause);
            this.entry = entry;
        }
    }
}
