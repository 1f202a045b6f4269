package net.bpsolutions.sending.verifier.quicklook;

import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.verifier.lookup.Trail;

/** A key of the vendor's, and whether a selector that points to it was found flawless: then the next one is, too. */
final class VendorKey {

    private final Trail trail;
    private volatile boolean flawless;

    VendorKey(Trail trail) {
        this.trail = trail;
    }

    Trail trail() {
        return trail;
    }

    boolean isFlawless() {
        return flawless;
    }

    /** Remembers a verdict on a selector that points here; one with remarks may be about that selector alone. */
    RecordCheck judged(RecordCheck check) {
        flawless = check.state() == RecordState.OK && check.findings().isEmpty();
        return check;
    }
}
