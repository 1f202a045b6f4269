package net.bpsolutions.sending.verifier.quicklook;

/** A message that breaks off, or that contradicts itself. */
final class UnreadableReply extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Without a stack trace: strangers decide how often it is made. */
    UnreadableReply() {
        super("unreadable", null, false, false);
    }
}
