package net.bpsolutions.sending.verifier.dmarc;

import java.util.Optional;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.verifier.verdict.Findings;

/** Recognises text that was meant to be a DMARC record and is none: receivers ignore all of it. */
final class Slip {

    private Slip() {}

    /** What went wrong, or nothing when {@code text} has nothing to do with DMARC (or is a record). */
    static Optional<Finding> in(String text) {
        int at = Version.departure(text);
        if (at < 0 || !Gist.of(text).isMeant()) {
            return Optional.empty();
        }
        int quote = at == 0 ? firstVisible(text) : at;
        Fault fault = new Fault((Characters.isQuoteAt(text, quote) ? quote : at) + 1, "v");
        return Optional.of(Findings.error(fault.code(text), fault.args(text)));
    }

    private static int firstVisible(String text) {
        int at = 0;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\\')) {
            at++;
        }
        return at;
    }
}
