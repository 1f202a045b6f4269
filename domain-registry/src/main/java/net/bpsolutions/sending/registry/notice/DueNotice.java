package net.bpsolutions.sending.registry.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.registry.notice.NoticeTable.Due;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Registrations;

/** Takes one notice off the calendar, sends it if it is still called for, and puts the next one there. */
@ApplicationScoped
class DueNotice {

    private final NoticeTable table;
    private final Registrations registrations;
    private final NoticeSender sender;
    private final NoticePlan plan;

    DueNotice(NoticeTable table, Registrations registrations, NoticeSender sender, NoticePlan plan) {
        this.table = table;
        this.registrations = registrations;
        this.sender = sender;
        this.plan = plan;
    }

    /** Whether there was one. */
    Uni<Boolean> handle(InstantSource clock) {
        Instant now = clock.instant();
        return table.claim(now)
                .flatMap(due -> due.map(found -> handle(found, now).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> handle(Due due, Instant now) {
        return registrations
                .requireLocked(due.registrationId())
                .flatMap(registration -> kind(registration)
                        .map(kind -> sender.send(registration, kind, due, now).flatMap(_ -> next(registration, due)))
                        .orElseGet(() -> table.forget(due.registrationId())));
    }

    private static Optional<NoticeKind> kind(Registration registration) {
        return registration.sendingAs() == SendingAs.OWN_ACCOUNT
                ? Optional.empty()
                : NoticeKind.of(registration.status());
    }

    private Uni<Void> next(Registration registration, Due due) {
        int step = due.step() + 1;
        return plan.due(registration.status(), step, registration.statusSince())
                .map(dueAt -> table.plan(due.registrationId(), due.sequence(), step, dueAt))
                .orElseGet(() -> table.forget(due.registrationId()));
    }
}
