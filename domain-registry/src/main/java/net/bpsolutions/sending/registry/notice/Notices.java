package net.bpsolutions.sending.registry.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.registry.history.Transition;
import net.bpsolutions.sending.registry.history.TransitionFollower;

/** Puts a notice on the calendar when a status changes; the last change counts. */
@ApplicationScoped
class Notices implements TransitionFollower {

    private final NoticeTable table;
    private final NoticePlan plan;

    Notices(NoticeTable table, NoticePlan plan) {
        this.table = table;
        this.plan = plan;
    }

    @Override
    public Uni<Void> follow(Transition transition) {
        if (transition.status() == transition.previousStatus()) {
            return Uni.createFrom().voidItem();
        }
        return plan.due(transition.status(), 0, transition.occurredAt())
                .filter(_ -> transition.sendingAs() != SendingAs.OWN_ACCOUNT)
                .map(dueAt -> table.plan(transition.subject().domainId(), transition.sequence(), 0, dueAt))
                .orElseGet(() -> table.forget(transition.subject().domainId()));
    }
}
