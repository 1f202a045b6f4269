package net.bpsolutions.sending.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What arrived at the relay stand-in, read from its mailbox page. */
final class Relay {

    private final Api mailbox;

    Relay(Api mailbox) {
        this.mailbox = mailbox;
    }

    /** A mail that arrived: its envelope recipient and its source. */
    record Mail(String recipient, String source) {

        /** The value of a header field, unfolded; empty when there is none. */
        String header(String name) {
            Matcher field = Pattern.compile("(?im)^" + name + ": *((?:.*)(?:\r?\n[ \t].*)*)")
                    .matcher(headers());
            return field.find() ? field.group(1).replaceAll("\r?\n[ \t]+", " ").strip() : "";
        }

        private String headers() {
            return source.split("\r?\n\r?\n", 2)[0];
        }
    }

    /** How many mails to a recipient arrived. */
    int count(String recipient) {
        return (int) summaries(recipient).count();
    }

    /** The mails to a recipient, oldest first. */
    List<Mail> to(String recipient) {
        return summaries(recipient)
                .sorted((left, right) -> left.get("receivedAt")
                        .asText()
                        .compareTo(right.get("receivedAt").asText()))
                .map(this::source)
                .map(source -> new Mail(recipient, source))
                .toList();
    }

    private Stream<JsonNode> summaries(String recipient) {
        return StreamSupport.stream(mailbox.get("/messages").body().spliterator(), false)
                .filter(mail -> mail.get("envelopeRecipients").toString().contains("\"" + recipient + "\""));
    }

    private String source(JsonNode mail) {
        return mailbox.get("/messages/" + mail.get("id").asText()).text();
    }
}
