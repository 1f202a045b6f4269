package net.bpsolutions.sending.registry.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import net.bpsolutions.sending.registry.history.Transition;
import net.bpsolutions.sending.registry.history.TransitionFollower;
import net.bpsolutions.sending.registry.registration.FirstNotice;

/** Puts a notice on the calendar when a status or the name in use changes; the last change counts. */
@ApplicationScoped
class Notices implements TransitionFollower, FirstNotice {

    private final NoticeTable table;
    private final NoticePlan plan;

    Notices(NoticeTable table, NoticePlan plan) {
        this.table = table;
        this.plan = plan;
    }

    @Override
    public Instant dueAt(Instant registeredAt) {
        return plan.first(registeredAt);
    }

    @Override
    public Uni<Void> follow(Transition transition) {
        UUID id = transition.subject().domainId();
        return NoticeKind.of(transition.status(), transition.sendingAs())
                .map(_ -> new NoticeTable.Calendar(
                        id, transition.sequence(), transition.occurredAt(), 0, plan.first(transition.occurredAt())))
                .map(table::plan)
                .orElseGet(() -> table.forget(id));
    }
}
