package net.bpsolutions.sending.registry.entry;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;

/**
 * Names that a person can mistake for another (UTS 39): a label that mixes scripts as no language does, or one of
 * another script that reads as ASCII. Such a domain may be honest, so a person decides.
 */
public final class LookAlike {

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE);
    private static final SpoofChecker MIXED = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.MIXED_NUMBERS | SpoofChecker.INVISIBLE)
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();
    private static final SpoofChecker CONFUSABLE =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    private LookAlike() {}

    /** Whether an operator should look at {@code domain} before it is believed. */
    public static boolean is(DomainName domain) {
        return Stream.of(domain.value().split("\\."))
                .filter(label -> label.startsWith("xn--"))
                .map(label -> UTS46.labelToUnicode(label, new StringBuilder(), new IDNA.Info())
                        .toString())
                .anyMatch(label -> MIXED.failsChecks(label) || readsAsAscii(label));
    }

    private static boolean readsAsAscii(String label) {
        return CONFUSABLE.getSkeleton(label).chars().allMatch(c -> c < 0x80);
    }
}
