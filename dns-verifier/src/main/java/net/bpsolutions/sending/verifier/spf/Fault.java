package net.bpsolutions.sending.verifier.spf;

/**
 * What is wrong with a piece of text.
 *
 * @param offset of the first character that is wrong, from 0; of the whole piece where something is lacking
 */
record Fault(Kind kind, int offset) {

    /** What kind of mistake it is; an argument of the finding. */
    enum Kind {
        /** A character that no record may have: a tab or another control, or one beyond ASCII. */
        CHARACTER,
        /** Neither a mechanism nor a modifier. */
        UNKNOWN_TERM,
        /** Something has to follow the colon or the equals sign. */
        VALUE_MISSING,
        /** Nothing may follow. */
        VALUE_NOT_ALLOWED,
        /** No domain: a single label, a numeric top-level domain, a port, … */
        DOMAIN,
        /** A percent sign that starts no macro, or a macro that does not exist here. */
        MACRO,
        /** Not an address of that family. */
        ADDRESS,
        /** Not a number from 0 to 32 or 128. */
        PREFIX_LENGTH,
        /** {@code redirect} or {@code exp} a second time. */
        MODIFIER_TWICE
    }

    /** The same, seen from a text in which this one starts at {@code start}. */
    Fault within(int start) {
        return new Fault(kind, start + offset);
    }
}
