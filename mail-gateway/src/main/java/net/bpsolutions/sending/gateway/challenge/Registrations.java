package net.bpsolutions.sending.gateway.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.gateway.sender.SenderStatusView;

/** Whether anybody still wants the proof that a challenge would bring. */
@ApplicationScoped
class Registrations {

    private final SenderStatusView view;

    Registrations(SenderStatusView view) {
        this.view = view;
    }

    /** Its registration is known not to be there any more; false while that cannot be told. */
    boolean gone(Challenge challenge) {
        return view.current()
                && view.registrationsOf(challenge.domain().value()).stream()
                        .noneMatch(registration -> challenge.domainId().equals(registration.domainId()));
    }
}
