package net.bpsolutions.sending.gateway.inbound;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.challenge.VerificationKey;

/** Finds whole keys in what came back, whatever the mail programs on the way did to the text. */
final class Proofs {

    /** More than these no honest mail holds; each wrong one counts as a try. */
    private static final int MAX_PROOFS = 4;

    private static final Pattern LINK = Pattern.compile(
            "(?:\\b|%3[fF]|%26)domain(?:(?-i:={1,2}3D)|=|%3[dD])([a-z0-9.-]{3,253})(?:&(?:amp;|#38;|#x26;){0,3}|%26|\\\\u0026)"
                    + "key(?:(?-i:={1,2}3D)|=|%3[dD])([a-z2-7]{32})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff]");

    private Proofs() {}

    /** In the order of the mail, each once; the key written out counts only where no link is. */
    static List<Proof> in(InboundMail mail) {
        List<String> texts = mail.texts().stream().map(Proofs::withoutInvisible).toList();
        Set<Proof> found = new LinkedHashSet<>();
        WrappedLinks wrapped = new WrappedLinks();
        for (String text : texts) {
            // As it stands first: joining lines may glue the next word to a key, never the other way round.
            String joined = UnwrappedText.of(text);
            Stream.of(text, joined)
                    .flatMap(form -> Stream.concat(Stream.of(form), wrapped.undone(form).stream()))
                    .forEach(form -> addLinks(form, found));
        }
        if (found.isEmpty()) {
            found.addAll(SpokenKeys.in(
                    Stream.concat(texts.stream(), Stream.of(mail.subject())).toList(), mail.author()));
        }
        return found.stream().limit(MAX_PROOFS).toList();
    }

    private static String withoutInvisible(String text) {
        return INVISIBLE.matcher(text).replaceAll("");
    }

    private static void addLinks(String text, Set<Proof> found) {
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            try {
                found.add(new Proof(new DomainName(link.group(1)), new VerificationKey(link.group(2))));
            } catch (IllegalArgumentException notADomain) {
                // Then it is no proof of one.
            }
        }
    }
}
