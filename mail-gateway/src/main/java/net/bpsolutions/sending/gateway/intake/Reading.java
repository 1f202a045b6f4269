package net.bpsolutions.sending.gateway.intake;

import net.bpsolutions.sending.gateway.deadletter.Unreadable;
import net.bpsolutions.sending.gateway.ledger.Entry;

/** What a record turned out to be. */
sealed interface Reading {

    /** Something the ledger takes: a mail to send, or a request to refuse. */
    record Understood(Entry entry) implements Reading {}

    /** Nobody can be told, because it does not even say who asks. */
    record Nameless(Unreadable reason) implements Reading {}
}
