package net.bpsolutions.sending.verifier.command;

import net.bpsolutions.sending.events.DnsChecked;

/** The exit status: what matters is what is required, and what is wrong outweighs what could not be checked. */
final class ExitStatus {

    static final int USAGE = 64;

    private boolean wrong;
    private boolean unchecked;

    void count(DnsChecked checked) {
        switch (Summary.of(VendorRecords.of(checked.domain()), checked.records())
                .verdict()) {
            case GOOD -> {}
            case WRONG -> wrong = true;
            case UNKNOWN -> unchecked = true;
        }
    }

    /** Something could not be checked at all. */
    void countUnchecked() {
        unchecked = true;
    }

    /** 0 all as expected, 1 something is wrong, 2 something could not be checked. */
    int value() {
        if (wrong) {
            return 1;
        }
        return unchecked ? 2 : 0;
    }
}
