package net.bpsolutions.sending.registry.entry;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Optional;
import net.bpsolutions.sending.events.DomainName;

/** Turns what people type into A-labels: UTS 46, non-transitional, so that {@code ß} stays itself (RFC 5891). */
final class Spelling {

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);
    private static final EnumSet<IDNA.Error> FINE = EnumSet.of(IDNA.Error.HYPHEN_3_4);

    private Spelling() {}

    /** The canonical form; empty when it is not a domain name of two labels at least. */
    static Optional<DomainName> canonical(String typed) {
        Optional<String> labels = labels(typed);
        try {
            return labels.map(DomainName::new);
        } catch (IllegalArgumentException notADomainName) {
            return Optional.empty();
        }
    }

    /** Canonical labels, which may be a single one; empty when UTS 46 refuses them. */
    static Optional<String> labels(String typed) {
        StringBuilder ascii = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        UTS46.nameToASCII(typed, ascii, info);
        boolean refused = info.getErrors().stream().anyMatch(error -> !FINE.contains(error));
        String name = ascii.toString();
        String relative = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return refused && !onlyTrailingDot(info, name) ? Optional.empty() : Optional.of(relative);
    }

    private static boolean onlyTrailingDot(IDNA.Info info, String name) {
        return name.endsWith(".") && EnumSet.of(IDNA.Error.EMPTY_LABEL).containsAll(info.getErrors());
    }
}
