package net.bpsolutions.sending.gateway.inbound;

import net.bpsolutions.sending.gateway.inbound.InboundDecision.Puzzle;
import net.bpsolutions.sending.gateway.sender.SenderStatusView;

/** Whether an author is told that we did not understand: when the address is shown to be the author's, or is waited for. */
enum Explaining {
    YES,
    /** It cannot be told yet who is waited for; the sending server keeps the mail for us. */
    NOT_YET,
    NO;

    static Explaining of(Correspondent author, Puzzle puzzle, SenderStatusView registrations) {
        if (author.known().aligned()) {
            return YES;
        }
        if (puzzle == Puzzle.SOMETHING_ELSE || puzzle == Puzzle.NOTHING_TO_PROVE) {
            return NO;
        }
        if (!registrations.rebuilt()) {
            return NOT_YET;
        }
        return registrations.pendingOf(author.address().domain().value()).isEmpty() ? NO : YES;
    }
}
