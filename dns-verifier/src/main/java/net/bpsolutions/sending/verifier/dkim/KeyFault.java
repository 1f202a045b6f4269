package net.bpsolutions.sending.verifier.dkim;

/** Why nobody can use a key record; in findings it is the argument {@code fault}. */
enum KeyFault {
    /** Something that is not a tag, or a tag that stands there twice (RFC 6376 §3.2). */
    SYNTAX("syntax"),

    /** {@code v=} is another one than DKIM1. */
    VERSION("version"),

    /** {@code v=} is not the first tag (RFC 6376 §3.6.1). */
    VERSION_NOT_FIRST("version-not-first"),

    /** There is no {@code p=}. */
    KEY_MISSING("p-missing"),

    /** {@code p=} is not Base64: a foreign character, or an end cut off. */
    BASE64("base64"),

    /** {@code p=} is not a key of the algorithm named. */
    NOT_A_KEY("not-a-key"),

    /** {@code k=} is neither rsa nor ed25519 (RFC 8463). */
    ALGORITHM("algorithm"),

    /** {@code s=} leaves e-mail out. */
    SERVICE("service"),

    /** {@code h=} leaves sha256 out, the only hash that counts (RFC 8301 §3.1). */
    HASH("hash");

    private final String word;

    KeyFault(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
