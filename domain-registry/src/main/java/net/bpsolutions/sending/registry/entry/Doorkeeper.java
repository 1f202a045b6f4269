package net.bpsolutions.sending.registry.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.RegistryConfig;

/** Decides whether what somebody typed can be registered. Nothing is looked up in DNS. */
@ApplicationScoped
public class Doorkeeper {

    private static final int LONGEST = 1000;

    /** RFC 1035 §2.3.4, written out without the root. */
    private static final int LONGEST_NAME = 253;

    private static final String WWW = "www.";
    private static final Pattern URL = Pattern.compile(
            "(?:[a-z][a-z0-9+.-]*:)?//(?:[^/@]*@)?([^/:?#\\[\\]]+|\\[[^]]*])(?::\\d*)?(?:[/?#].*)?", Pattern.DOTALL);
    private static final Pattern HOST_AND_REST =
            Pattern.compile("([^/:?#@\\[\\]]+)(?::\\d*)?(?:[/?#].*)?", Pattern.DOTALL);
    private static final Pattern MAIL_ADDRESS = Pattern.compile("(?:mailto:)?[^@]*@([^@/:?#>]+)>?", Pattern.DOTALL);

    private final PublicSuffixes suffixes;
    private final FreeMail freeMail;
    private final Set<String> allowedTops;
    private final int longestDomain;

    Doorkeeper(PublicSuffixes suffixes, FreeMail freeMail, RegistryConfig config) {
        this.suffixes = suffixes;
        this.freeMail = freeMail;
        this.allowedTops = config.entry().allowedReserved().orElse(Set.of());
        this.longestDomain = LONGEST_NAME
                - config.vendor().selectors().stream()
                        .mapToInt(selector -> (selector.name() + "._domainkey.").length())
                        .max()
                        .orElse(0);
    }

    /** What becomes of {@code typed}. */
    public Entry admit(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LONGEST) {
            return malformed("A domain name is needed, such as myclinic.com.");
        }
        if (SpecialUse.isAddress(name)) {
            return refused(
                    Refusal.RESERVED_DOMAIN, "This is an IP address. Use the clinic's domain, such as myclinic.com.");
        }
        return Spelling.labels(name).<Entry>map(this::judge).orElseGet(() -> guess(name));
    }

    /** The canonical form of a domain name, whether or not it can be registered. */
    public static Optional<DomainName> canonical(String typed) {
        return Spelling.canonical(typed.strip());
    }

    /** Whether a name, A-labels in lower case, is for private or special use. */
    public static boolean isReserved(String labels) {
        return SpecialUse.isReserved(labels, Set.of());
    }

    private Entry judge(String labels) {
        if (SpecialUse.isReserved(labels, allowedTops)) {
            return refused(
                    Refusal.RESERVED_DOMAIN,
                    labels + " is a name for private or special use; no mail can come from it.");
        }
        if (suffixes.lists(labels)) {
            return refused(
                    Refusal.PUBLIC_SUFFIX, labels + " is not one clinic's domain: others register names below it.");
        }
        if (labels.length() > longestDomain) {
            return malformed("This name is too long: the records to publish would have names of more than "
                    + LONGEST_NAME + " characters.");
        }
        return Spelling.canonical(labels)
                .map(this::judge)
                .orElseGet(() -> malformed("A domain name has two parts at least, such as myclinic.com."));
    }

    private Entry judge(DomainName domain) {
        return freeMail.lists(domain)
                ? refused(
                        Refusal.FREE_MAIL_DOMAIN,
                        domain
                                + " belongs to a mail provider, so its DNS cannot be set up. Mail from it is sent from the"
                                + " fallback address.")
                : new Entry.Accepted(domain);
    }

    /** A pasted web or mail address is refused, but the answer names the domain that was meant. */
    private Entry guess(String name) {
        return host(MAIL_ADDRESS, name)
                .map(host -> meant(host, "This is a mail address."))
                .or(() -> host(URL, name).map(host -> meant(host, "This is a web address.")))
                .or(() -> host(HOST_AND_REST, name).map(host -> meant(host, "This is more than a domain name.")))
                .orElseGet(() -> malformed("This is not a domain name."));
    }

    private Entry meant(String host, String what) {
        if (SpecialUse.isAddress(host)) {
            return refused(Refusal.RESERVED_DOMAIN, what + " It holds an IP address, not a domain.");
        }
        return switch (Spelling.labels(host)
                .map(this::withoutWww)
                .map(this::judge)
                .orElseGet(() ->
                        malformed("This is not a domain name: it has letters, digits and hyphens in parts with single"
                                + " dots between them, such as myclinic.com."))) {
            case Entry.Accepted(var domain) ->
                new Entry.Refused(
                        Refusal.INVALID_DOMAIN,
                        what + " The domain is probably " + domain + "; register that.",
                        Optional.of(domain));
            case Entry.Refused refused -> refused;
        };
    }

    /** Nobody writes mail from the name of a web server. */
    private String withoutWww(String labels) {
        String rest = labels.startsWith(WWW) ? labels.substring(WWW.length()) : labels;
        return rest.indexOf('.') < 0 || suffixes.lists(rest) ? labels : rest;
    }

    private static Optional<String> host(Pattern pattern, String name) {
        Matcher matcher = pattern.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Entry malformed(String detail) {
        return refused(Refusal.INVALID_DOMAIN, detail);
    }

    private static Entry refused(Refusal refusal, String detail) {
        return new Entry.Refused(refusal, detail, Optional.empty());
    }
}
