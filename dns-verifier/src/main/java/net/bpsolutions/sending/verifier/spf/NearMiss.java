package net.bpsolutions.sending.verifier.spf;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.bpsolutions.sending.verifier.lookup.OwnerName;

/**
 * Recognises terms that were meant to include the vendor.
 *
 * @param vendor the domain to include, canonical
 * @param own whose record it is
 */
record NearMiss(String vendor, String own) {

    /** Includes that people take for others of the same company. */
    private static final Set<String> TAKEN_FOR = Set.of("servers.mcsv.net");

    /** Slips of the keyboard in a name; a short name has fewer. */
    private static final int MOST_SLIPS = 2;

    /** The nearest, of those equally near the first. */
    Optional<Term> in(SpfRecord record) {
        return record.terms().stream()
                .filter(term -> distance(term) < Integer.MAX_VALUE)
                .min(Comparator.comparingInt(this::distance));
    }

    /** Whether the term cannot have been meant for anything else, and is of no use as it is. */
    boolean isMisspelt(Term term) {
        return switch (term) {
            case Term.Directive directive ->
                directive.mechanism() == Mechanism.INCLUDE && isMisspelt(directive.domain());
            case Term.Modifier modifier -> modifier.name().equals("include") && isVendorOrMisspelt(modifier.value());
            case Term.Broken _ -> false;
        };
    }

    private int distance(Term term) {
        if (term.includes(vendor, own)) {
            return 0;
        }
        if (isMisspelt(term)) {
            return 1;
        }
        return isRelated(term) ? 2 : Integer.MAX_VALUE;
    }

    private boolean isRelated(Term term) {
        return switch (term) {
            case Term.Directive directive -> isRelated(directive);
            case Term.Modifier _ -> false;
            case Term.Broken broken -> broken.text().toLowerCase(Locale.ROOT).contains(vendor);
        };
    }

    private boolean isRelated(Term.Directive directive) {
        String domain = OwnerName.canonical(directive.domain());
        boolean family = domain.contains(".") && OwnerName.isWithin(vendor, domain);
        return switch (directive.mechanism()) {
            case INCLUDE -> family || TAKEN_FOR.contains(domain) || OwnerName.isWithin(domain, vendor);
            case A, MX, PTR, EXISTS -> family;
            case ALL, IP4, IP6 -> false;
        };
    }

    private boolean isVendorOrMisspelt(String written) {
        return OwnerName.canonical(written).equals(vendor) || isMisspelt(written);
    }

    private boolean isMisspelt(String written) {
        String domain = OwnerName.canonical(written);
        return !domain.equals(vendor)
                && (domain.equals(vendor + "." + own)
                        || isNear(domain, vendor, Math.min(MOST_SLIPS, vendor.length() / 8)));
    }

    /** Whether one becomes the other by at most {@code most} letters put in, left out or changed. */
    static boolean isNear(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return false;
        }
        int[] above = new int[other.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] here = new int[above.length];
            here[0] = row;
            for (int column = 1; column < here.length; column++) {
                int changed = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                here[column] = Math.min(above[column - 1] + changed, Math.min(above[column], here[column - 1]) + 1);
            }
            above = here;
        }
        return above[other.length()] <= most;
    }
}
