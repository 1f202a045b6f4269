package net.bpsolutions.sending.gateway.mail;

/** Says that no person wrote a mail, so that no machine answers it (RFC 3834 §5). */
public enum AutoSubmitted {
    /** Sent by itself, like a reminder. */
    GENERATED("auto-generated"),

    /** The answer to a mail. */
    REPLIED("auto-replied");

    private final String keyword;

    AutoSubmitted(String keyword) {
        this.keyword = keyword;
    }

    /** The value of the header field. */
    public String keyword() {
        return keyword;
    }
}
