package net.bpsolutions.sending.gateway.inbound;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A subject, compared loosely: nothing but its words counts, in lower case, without accents, of full width or not, with one
 * blank around each.
 */
record Subject(String words) {

    private static final int MAX_LENGTH = 1000;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What programs put before a subject, in the languages that they speak, with or without a number. */
    private static final Pattern PREFIXES =
            Pattern.compile("(?: (?:re|aw|antw|sv|vs|vl|vb|odp|pd|ref|rif|r|i|fw|fwd|wg|tr|rv|"
                    + "res|enc|doorst|ynt|ilt|bls|trs|ts|hl|va|tovabbitas|fs|ang|απ|πρθ|σχετ|на|отв|ha|ответ|пересл|回复|答复|转发|回覆|轉寄|返信|転送|"
                    + "회신|전달|답장|השב|הועבר|رد|توجيه)(?: [0-9]{1,3})?(?= ))++ ");

    static Subject of(String text) {
        String bounded = text.substring(0, Math.min(text.length(), MAX_LENGTH));
        String plain = MARKS.matcher(Normalizer.normalize(bounded, Normalizer.Form.NFKD))
                .replaceAll("");
        String lower = Normalizer.normalize(plain, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i');
        return new Subject(NOT_LETTERS.matcher(" " + lower + " ").replaceAll(" "));
    }

    /** Somebody asks for the verification message. */
    boolean asks() {
        return words.contains(" domain verification ") || words.contains(" domainverification ");
    }

    /** It is that of the verification message. */
    boolean isOurs() {
        return words.contains(" verify your domain ");
    }

    /** It says nothing. */
    boolean isEmpty() {
        return PREFIXES.matcher(words).replaceFirst(" ").isBlank();
    }
}
