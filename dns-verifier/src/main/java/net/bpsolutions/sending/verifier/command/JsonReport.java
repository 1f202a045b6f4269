package net.bpsolutions.sending.verifier.command;

import java.util.Locale;
import java.util.regex.Pattern;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.verifier.delivery.EventJson;

/** The event itself, one line each, in ASCII: some readers break lines at U+2028 or U+0085, too. */
final class JsonReport implements Report {

    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x00-\\x7e]", Pattern.DOTALL);

    private final EventJson json = new EventJson();

    @Override
    public String of(DnsChecked checked) {
        return BEYOND_ASCII.matcher(json.line(checked)).replaceAll(match -> escaped(match.group())) + "\n";
    }

    @Override
    public String end() {
        return "";
    }

    /** A character outside the basic plane as its two surrogates (RFC 8259 §7). */
    private static String escaped(String character) {
        StringBuilder escaped = new StringBuilder();
        character.chars().forEach(unit -> escaped.append(String.format(Locale.ROOT, "\\\\u%04x", unit)));
        return escaped.toString();
    }
}
