package net.bpsolutions.sending.verifier.command;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.verifier.lookup.ALabels;
import net.bpsolutions.sending.verifier.lookup.OwnerName;

/** Reads what people type for a domain. Something else that holds one is refused with the domain that was meant. */
final class Typed {

    private static final int LONGEST = 1000;
    private static final int LONGEST_ECHO = 80;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 253;
    private static final Pattern MAIL_ADDRESS =
            Pattern.compile("(?:mailto:)?[^@/]*@(?<host>[^@/:?#>\\s]+)>?", Pattern.DOTALL);
    private static final Pattern URL = Pattern.compile(
            "(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//(?:[^/@]*@)?(?:www\\.)?(?<host>[^/:?#\\s]+)(?::\\d*)?(?:[/?#].*)?",
            Pattern.DOTALL);
    private static final Pattern HOST_AND_REST =
            Pattern.compile("(?<host>[^/:?#@\\s]+)(?::\\d*)?(?:[/?#].*)?", Pattern.DOTALL);
    private static final Pattern OWNER_NAME =
            Pattern.compile("(?:[^.\\s]+\\.)*_[^.\\s]*\\.(?<host>[^_\\s]+)", Pattern.DOTALL);

    private Typed() {}

    static Entry read(String text) {
        String typed = text.strip();
        if (typed.length() > LONGEST) {
            return new Entry.Refused(echo(typed) + " is not a domain name.");
        }
        return domain(typed).map(Typed::judge).orElseGet(() -> new Entry.Refused(refusal(typed)));
    }

    /** With {@code mte1._domainkey.} in front it must still be a name that DNS can hold. */
    private static Entry judge(DomainName name) {
        boolean fits = VendorRecords.of(name).stream().map(ExpectedRecord::name).allMatch(OwnerName::isValid);
        return fits
                ? new Entry.Domain(name)
                : new Entry.Refused(echo(name.value())
                        + " is too long: with mte1._domainkey. in front, the names of its records would have more than the"
                        + " 253 characters that DNS allows. Use a shorter domain.");
    }

    private static String refusal(String typed) {
        String host = typed.startsWith("[") ? typed.substring(1) : typed;
        if (NetUtil.isValidIpV4Address(typed) || NetUtil.isValidIpV6Address(host.replace("]", ""))) {
            return echo(typed) + " is an IP address, not a domain name.";
        }
        return meant(MAIL_ADDRESS, typed, "a mail address")
                .or(() -> meant(URL, typed, "a web address"))
                .or(() -> meant(HOST_AND_REST, typed, "more than a domain name"))
                .or(() -> meant(OWNER_NAME, typed, "the name of a record"))
                .or(() -> tooLong(typed))
                .or(() -> singleLabel(typed))
                .orElseGet(() -> echo(typed) + " is not a domain name.");
    }

    private static Optional<String> meant(Pattern pattern, String typed, String what) {
        Matcher matcher = pattern.matcher(typed);
        return matcher.matches()
                ? domain(matcher.group("host"))
                        .map(domain -> echo(typed) + " is " + what + ". The domain is probably " + domain + ".")
                : Optional.empty();
    }

    private static Optional<String> singleLabel(String typed) {
        boolean label = domain(typed + ".example").isPresent() && typed.indexOf('.') < 0;
        return label
                ? Optional.of(echo(typed) + " is not a whole domain name: it has two parts at least, such as " + typed
                        + ".com.")
                : Optional.empty();
    }

    /** RFC 1035 §2.3.4. */
    private static Optional<String> tooLong(String typed) {
        boolean label = Arrays.stream(typed.split("\\.", -1)).anyMatch(each -> each.length() > LONGEST_LABEL);
        return label || typed.length() > LONGEST_NAME
                ? Optional.of(echo(typed) + " is not a domain name: it is longer than DNS allows ("
                        + (label ? LONGEST_LABEL + " characters between two dots)." : LONGEST_NAME + " characters)."))
                : Optional.empty();
    }

    private static Optional<DomainName> domain(String text) {
        try {
            return ALabels.of(text).map(DomainName::new);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static String echo(String typed) {
        String shown = typed.length() <= LONGEST_ECHO ? typed : typed.substring(0, LONGEST_ECHO) + "…";
        return "'" + Harmless.text(shown) + "'";
    }
}
