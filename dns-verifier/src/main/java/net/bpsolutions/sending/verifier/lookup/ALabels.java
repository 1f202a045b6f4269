package net.bpsolutions.sending.verifier.lookup;

import com.ibm.icu.text.IDNA;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names as DNS has them: U-labels become A-labels by UTS 46, non-transitional, so that {@code ß} stays itself (RFC 5891).
 *
 * <p>Labels are converted one by one, because the underscores of owner names are beyond the rules for hosts.
 */
public final class ALabels {

    /** The full stop and what UTS 46 §2.3 reads as one. */
    private static final Pattern DOT = Pattern.compile("[.\u3002\uff0e\uff61]");

    /** No name of 253 characters is longer in U-labels, and the conversion takes quadratic time. */
    private static final int LONGEST = 1000;

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private ALabels() {}

    /** The same name in lower case and with A-labels only; empty when a label of it cannot be one. */
    public static Optional<String> of(String name) {
        if (ASCII.matcher(name).matches()) {
            return Optional.of(name.toLowerCase(Locale.ROOT));
        }
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Arrays.stream(DOT.split(name, -1)).map(ALabels::converted).collect(Collectors.joining(".")));
        } catch (IllegalArgumentException notALabel) {
            return Optional.empty();
        }
    }

    /** For people: with U-labels where there are any. */
    public static String shown(String name) {
        if (!name.contains("xn--")) {
            return name;
        }
        StringBuilder unicode = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        Rules.UTS46.nameToUnicode(name, unicode, info);
        return info.hasErrors() ? name : unicode.toString();
    }

    private static String converted(String label) {
        if (ASCII.matcher(label).matches()) {
            return label.toLowerCase(Locale.ROOT);
        }
        StringBuilder ascii = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        Rules.UTS46.labelToASCII(label, ascii, info);
        if (info.hasErrors()) {
            throw new IllegalArgumentException("not a label: " + info.getErrors());
        }
        return ascii.toString();
    }

    /** Loaded for names that need it only: the tables are large. */
    private static final class Rules {

        static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
                | IDNA.CHECK_BIDI
                | IDNA.CHECK_CONTEXTJ
                | IDNA.NONTRANSITIONAL_TO_ASCII
                | IDNA.NONTRANSITIONAL_TO_UNICODE);
    }
}
