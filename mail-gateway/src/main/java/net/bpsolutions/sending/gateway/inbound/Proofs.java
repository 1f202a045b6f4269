package net.bpsolutions.sending.gateway.inbound;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.challenge.VerificationKey;
import net.bpsolutions.sending.gateway.mail.Address;
import org.jspecify.annotations.Nullable;

/** Finds whole keys in what came back, whatever the mail programs on the way did to the text. */
final class Proofs {

    /** More than these no honest mail holds; each wrong one counts as a try. */
    private static final int MAX_PROOFS = 4;

    private static final Pattern LINK = Pattern.compile(
            "(?:\\b|%3[fF]|%26)domain(?:(?-i:=3D)|=|%3[dD])([a-z0-9.-]{3,253})(?:&amp;|&|%26)key(?:(?-i:=3D)|=|%3[dD])([a-z2-7]{32})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPOKEN_KEY =
            Pattern.compile("\\bkey\\W{1,20}([a-z2-7]{32})(?![a-z0-9])", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPOKEN_DOMAIN =
            Pattern.compile("\\bdomain\\W{1,5}([a-z0-9.-]{3,253})", Pattern.CASE_INSENSITIVE);
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00ad\\u200b-\\u200f\\u2060\\ufeff]");

    private Proofs() {}

    /** In the order of the mail, each once; the key written out counts only where no link is. */
    static List<Proof> in(InboundMail mail) {
        Set<Proof> found = new LinkedHashSet<>();
        for (String text : mail.texts()) {
            String visible = INVISIBLE.matcher(text).replaceAll("");
            // As it stands first: joining lines may glue the next word to a key, never the other way round.
            String joined = UnwrappedText.of(visible);
            addLinks(visible, found);
            addLinks(joined, found);
            WrappedLinks.undone(visible).forEach(link -> addLinks(link, found));
            WrappedLinks.undone(joined).forEach(link -> addLinks(link, found));
        }
        if (found.isEmpty()) {
            mail.texts().forEach(text -> addSpoken(text, mail.author(), found));
        }
        return found.stream().limit(MAX_PROOFS).toList();
    }

    private static void addLinks(String text, Set<Proof> found) {
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            domain(link.group(1)).ifPresent(domain -> found.add(new Proof(domain, new VerificationKey(link.group(2)))));
        }
    }

    private static void addSpoken(String text, @Nullable Address author, Set<Proof> found) {
        Matcher key = SPOKEN_KEY.matcher(text);
        if (key.find()) {
            VerificationKey spoken = new VerificationKey(key.group(1));
            Optional<DomainName> named = SPOKEN_DOMAIN
                    .matcher(text)
                    .results()
                    .limit(50)
                    .flatMap(match -> domain(match.group(1)).stream())
                    .findFirst();
            named.ifPresentOrElse(
                    domain -> found.add(new Proof(domain, spoken)),
                    () -> Optional.ofNullable(author)
                            .ifPresent(address -> found.add(new Proof(address.domain(), spoken, false))));
        }
    }

    private static Optional<DomainName> domain(String text) {
        try {
            return Optional.of(new DomainName(text));
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }
}
