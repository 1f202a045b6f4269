package net.bpsolutions.sending.local.launch;

/** Something outside this program must change first; the message is one sentence for the person who started it. */
public final class CannotStartException extends RuntimeException {

    private final String sentence;

    public CannotStartException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** The message, which is never absent. */
    public String sentence() {
        return sentence;
    }
}
