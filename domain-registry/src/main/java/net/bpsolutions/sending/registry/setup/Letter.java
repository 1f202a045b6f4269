package net.bpsolutions.sending.registry.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Collectors;
import net.bpsolutions.sending.registry.registration.DomainJson;
import net.bpsolutions.sending.registry.words.Prose;

/** The mail by which an owner hands the work to whoever keeps the website, as a link (RFC 6068). */
final class Letter {

    private Letter() {}

    /** Asks for the records that are not seen to be in place, of which there may be none. */
    static String to(DomainJson domain, List<Entry> entries, Prose words) {
        String records = entries.stream()
                .filter(entry -> !entry.isDone() && !entry.isInherited())
                .map(entry -> entry.record().type() + "  " + entry.record().name() + "\r\n    " + entry.paste())
                .collect(Collectors.joining("\r\n"));
        String body = words.say("letter.greeting") + "\r\n\r\n"
                + words.say("letter.request", domain.domain()) + "\r\n\r\n"
                + domain.setupUrl() + "\r\n\r\n"
                + words.say("letter.records") + "\r\n\r\n"
                + records + "\r\n\r\n"
                + words.say("letter.thanks") + "\r\n";
        return "mailto:?subject=" + encoded(words.say("letter.subject", domain.domain())) + "&body=" + encoded(body);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
