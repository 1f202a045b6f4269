package net.bpsolutions.sending.gateway.inbound.imap;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.bpsolutions.sending.gateway.inbound.smtp.Envelope;

/** The envelope of a mail that was delivered elsewhere, as its header still tells it (RFC 5321 §4.4). */
final class FetchedEnvelope {

    /** Nothing was kept of it: neither the null sender nor anybody's address. */
    private static final String UNKNOWN = "unknown@unknown.invalid";

    private static final int MAX_RECIPIENTS = 50;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"()\\[\\]]{1,64}@[a-zA-Z0-9.-]{1,253}");
    private static final List<List<String>> BY_TRUST =
            List.of(List.of("delivered-to", "x-delivered-to", "x-original-to", "envelope-to"), List.of("to", "cc"));

    private FetchedEnvelope() {}

    /**
     * Reads it.
     *
     * @param isOurs whether we receive for an address
     * @param mailbox the recipient when the header names none of ours: the mailbox is read for its sake
     */
    static Envelope of(HeaderFields header, Predicate<String> isOurs, String mailbox, String authservId) {
        List<String> recipients = BY_TRUST.stream()
                .map(names -> recipients(header, names, isOurs))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of(mailbox));
        return new Envelope(sender(header), recipients, "", "", AuthenticationResults.of(header, authservId));
    }

    private static List<String> recipients(HeaderFields header, List<String> names, Predicate<String> isOurs) {
        return names.stream()
                .flatMap(header::values)
                .flatMap(FetchedEnvelope::addresses)
                .limit(MAX_RECIPIENTS)
                .filter(isOurs)
                .distinct()
                .toList();
    }

    private static Stream<String> addresses(String value) {
        return ADDRESS.matcher(value).results().map(MatchResult::group);
    }

    private static String sender(HeaderFields header) {
        return header.values("return-path")
                .findFirst()
                .map(path -> addresses(path).findFirst().orElse(""))
                .orElse(UNKNOWN);
    }
}
