package net.bpsolutions.sending.registry.webhook;

/** What became of a delivery. */
sealed interface Outcome {

    /** It was taken (2xx). */
    record Taken() implements Outcome {}

    /** There is nobody any more (410). */
    record Gone() implements Outcome {}

    /**
     * It was not taken; another time it may be.
     *
     * @param reason a code
     */
    record Failed(String reason) implements Outcome {}

    /** By the status of the answer; a redirect is not followed, so it is a failure. */
    static Outcome of(int status) {
        if (status == 410) {
            return new Gone();
        }
        return status >= 200 && status < 300 ? new Taken() : new Failed("status-" + status);
    }
}
