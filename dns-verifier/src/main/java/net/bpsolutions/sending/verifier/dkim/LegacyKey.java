package net.bpsolutions.sending.verifier.dkim;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key record of the old instructions, {@code v=DKIM1; k=rsa; p=…} without spaces in {@code p=}: stricter than RFC 6376,
 * because people pasted it by hand.
 */
sealed interface LegacyKey {

    /** As it should be; {@code bits} is absent when the key was withdrawn. */
    record Whole(Optional<Integer> bits) implements LegacyKey {}

    /**
     * Damaged.
     *
     * @param fault a word for it
     * @param position of the first character where that shows, counted from 1
     * @param repaired the record as it was meant; empty when nobody can tell
     */
    record Malformed(String fault, int position, Optional<String> repaired) implements LegacyKey {}

    /** Quotation marks and the backslashes that zone files need: neither belongs into the text itself. */
    Pattern QUOTE = Pattern.compile("[\"'`“”„‟‘’‚«»\\\\]");

    /** Between two tags, something else than a semicolon; or something else than an equals sign after a tag's name. */
    Pattern SEPARATOR = Pattern.compile("[^;,\\s](?<between>[,\\s]++)[vkhstgn]?p?\\s*+=|\\b[vkp](?<colon>:)");

    /** Where the key starts, however the record is mangled. */
    Pattern KEY = Pattern.compile("\\b[pP]\\s*+[=:]");

    /** Where it ends. */
    Pattern END = Pattern.compile("[;,]|\\s[vkhstgn]\\s*+[=:]");

    /** Reads the joined character-strings of one TXT record; never fails. */
    static LegacyKey read(String text) {
        Matcher quote = QUOTE.matcher(text);
        if (quote.find()) {
            return malformed("quote", quote.start(), text);
        }
        return switch (KeyRecord.read(text)) {
            case KeyRecord.Invalid(KeyFault fault, int position) -> unreadable(fault, position, text);
            case KeyRecord.Revoked _ -> new Whole(Optional.empty());
            case KeyRecord.Usable(int bits, boolean _, String _, boolean _) -> written(text, bits);
        };
    }

    private static LegacyKey unreadable(KeyFault fault, int position, String text) {
        Matcher separator = SEPARATOR.matcher(text);
        boolean unseparated = fault != KeyFault.BASE64 && fault != KeyFault.NOT_A_KEY && separator.find();
        return unseparated
                ? malformed("separator", Math.max(separator.start("between"), separator.start("colon")), text)
                : malformed(fault.word(), position - 1, text);
    }

    /** Receivers can read it; the instructions ask for more. */
    private static LegacyKey written(String text, int bits) {
        TagList tags = TagList.caseSensitive(text);
        TagList.Tag key = tags.tag("p").orElseThrow();
        int space = KeyMaterial.space(key.value());
        if (space >= 0) {
            return malformed("whitespace", key.position() - 1 + space, text);
        }
        return tags.tag("v").isEmpty() ? malformed("v-missing", 0, text) : new Whole(Optional.of(bits));
    }

    private static LegacyKey malformed(String fault, int offset, String text) {
        return new Malformed(fault, offset + 1, repaired(text));
    }

    private static Optional<String> repaired(String text) {
        String plain = QUOTE.matcher(text).replaceAll("");
        Matcher key = KEY.matcher(plain);
        String rest = plain.substring(key.find() ? key.end() : plain.lastIndexOf(';') + 1);
        Matcher end = END.matcher(rest);
        String record = "v=DKIM1; k=rsa; p=" + KeyMaterial.compact(end.find() ? rest.substring(0, end.start()) : rest);
        return KeyRecord.read(record) instanceof KeyRecord.Usable ? Optional.of(record) : Optional.empty();
    }
}
