package net.bpsolutions.sending.verifier.dmarc;

import static net.bpsolutions.sending.events.FindingCode.QUOTED_VALUE;
import static net.bpsolutions.sending.events.FindingCode.SYNTAX;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.verifier.verdict.Findings;

/** Recognises text that was meant to be a DMARC record and is none: receivers ignore all of it. */
final class Slip {

    /** Straight, typographic and escaped quotation marks round the whole. */
    private static final Pattern QUOTED =
            Pattern.compile("\\s*\\\\?[\"'“”„‘’«»](?<inner>.*?)\\\\?[\"'“”„‘’«»]?\\s*", Pattern.DOTALL);

    private static final Pattern MEANT = Pattern.compile(
            "\\s*(?:v\\s*[=:]?\\s*dmarc|dmarc1\\b|p\\s*=\\s*(?:none|quarantine|reject)\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern RIGHT_SO_FAR =
            Pattern.compile("(?:[vV](?:[ \\t]*(?:=[ \\t]*(?:D(?:M(?:A(?:R(?:C(?:1[ \\t]*)?)?)?)?)?)?)?)?)?");

    private Slip() {}

    /** What went wrong, or nothing when {@code text} has nothing to do with DMARC (or is a record). */
    static Optional<Finding> in(String text) {
        if (PolicyRecord.read(text).isPresent()) {
            return Optional.empty();
        }
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.matches() && isMeant(quoted.group("inner"))) {
            return Optional.of(Findings.error(
                    QUOTED_VALUE,
                    Map.of("found", text, "suggested", quoted.group("inner").strip())));
        }
        return isMeant(text)
                ? Optional.of(Findings.error(SYNTAX, Map.of("found", text, "position", String.valueOf(faultAt(text)))))
                : Optional.empty();
    }

    private static boolean isMeant(String text) {
        return MEANT.matcher(text).matches();
    }

    /** The first character that a record cannot have there, counted from 1. */
    private static int faultAt(String text) {
        Matcher start = RIGHT_SO_FAR.matcher(text);
        return start.lookingAt() ? start.end() + 1 : 1;
    }
}
