package net.bpsolutions.sending.registry.lifecycle;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;

/** What a domain asks receivers to do with mail that is not aligned (RFC 9989 §4.7). */
public enum DmarcPolicy {
    NONE,
    QUARANTINE,
    REJECT;

    private static final Pattern P = tag("p");
    private static final Pattern SP = tag("sp");

    private static Pattern tag(String name) {
        return Pattern.compile(
                "(?:^|[;\\s\"])" + name + "\\s*=\\s*(none|quarantine|reject)\\b", Pattern.CASE_INSENSITIVE);
    }

    /** The policy that applies; empty when the record could not be looked at. */
    public static Optional<DmarcPolicy> of(RecordCheck dmarc) {
        if (dmarc.state() == RecordState.UNKNOWN) {
            return Optional.empty();
        }
        String record = String.join(" ", dmarc.found());
        boolean inherited = dmarc.findings().stream().map(Finding::code).anyMatch(FindingCode.INHERITED.name()::equals);
        Optional<DmarcPolicy> forSubdomains = inherited ? read(SP, record) : Optional.empty();
        return Optional.of(forSubdomains.or(() -> read(P, record)).orElse(NONE));
    }

    /** Whether mail that is not aligned is harmed. */
    public boolean enforces() {
        return this != NONE;
    }

    private static Optional<DmarcPolicy> read(Pattern tag, String record) {
        Matcher matcher = tag.matcher(record);
        return matcher.find() ? Optional.of(valueOf(matcher.group(1).toUpperCase(Locale.ROOT))) : Optional.empty();
    }
}
