package net.bpsolutions.sending.registry.access;

import jakarta.enterprise.context.RequestScoped;

/** Who makes the call that is under way. */
@RequestScoped
public class CurrentCaller {

    private Caller caller = Caller.NOBODY;

    /** Nobody, until a token has been accepted. */
    public Caller get() {
        return caller;
    }

    void is(Caller known) {
        caller = known;
    }
}
