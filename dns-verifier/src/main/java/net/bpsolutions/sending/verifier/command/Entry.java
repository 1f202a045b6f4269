package net.bpsolutions.sending.verifier.command;

import net.bpsolutions.sending.events.DomainName;

/** What became of something that was typed, or of a line of standard input. */
sealed interface Entry {

    /** It can be checked. */
    record Domain(DomainName name) implements Entry {}

    /**
     * It cannot.
     *
     * @param why a sentence for whoever typed it
     */
    record Refused(String why) implements Entry {}
}
